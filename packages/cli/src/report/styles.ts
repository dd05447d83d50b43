/**
 * The style sheet of the report. Its colours are those of the widget; startups are turquoise, investors are
 * grey, and no colour says anything that a word beside it does not.
 *
 * @module
 */
export const STYLES = `
:root {
  --accent: #00707a; --page: #f6f8f8; --surface: #ffffff; --text: #172426; --muted: #536366;
  --line: #d3dcdd; --tint: #eef3f3; --other: #66777a;
  --shade-1: #e3f1f1; --shade-2: #c3e3e4; --shade-3: #8fcbce; --shade-4: #4fadb3; --shade-5: #00606a;
  --on-4: #06201f; --on-5: #ffffff;
  color-scheme: light;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --accent: #5cc9cf; --page: #0f1719; --surface: #162022; --text: #e3ebeb; --muted: #9bacae;
    --line: #2e3b3d; --tint: #1f2c2e; --other: #8b9c9e;
    --shade-1: #16302f; --shade-2: #17403f; --shade-3: #155558; --shade-4: #3da3a9; --shade-5: #74d8dd;
    --on-4: #06201f; --on-5: #06201f;
    color-scheme: dark;
  }
}
* { box-sizing: border-box; }
bdi, blockquote, li { overflow-wrap: anywhere; }
html { -webkit-text-size-adjust: 100%; }
body {
  background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  margin: 0 auto; max-width: 74rem; padding: clamp(1rem, 4vw, 3rem) clamp(1rem, 4vw, 2.5rem);
}
h1, h2, h3, h4, p, dl, dd, ul, ol, blockquote { margin: 0; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.5rem); font-weight: 650; letter-spacing: -0.015em; line-height: 1.15; text-wrap: balance; }
h2 { font-size: 1.25rem; font-weight: 650; letter-spacing: -0.005em; line-height: 1.25; }
h4 { color: var(--muted); font-size: 0.8125rem; font-weight: 600; margin-top: 0.75rem; }
small { color: var(--muted); font-size: 0.8125rem; font-weight: 400; }
.brand { color: var(--accent); font-weight: 700; letter-spacing: 0.02em; margin-bottom: 0.75rem; }
.date { color: var(--muted); margin-top: 0.5rem; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1.5rem; }
header .lead { font-size: 1.0625rem; margin-top: 1rem; max-width: 42rem; }
section { margin-top: 2.5rem; }
section > .lead { color: var(--muted); margin: 0.25rem 0 0.75rem; max-width: 46rem; }
.prose { margin-top: 0.5rem; max-width: 46rem; }
footer { border-top: 1px solid var(--line); color: var(--muted); font-size: 0.875rem; margin-top: 2.5rem; padding-top: 1rem; }
.unseen { block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute; white-space: nowrap; }

.tiles { display: grid; gap: 1px; grid-template-columns: repeat(4, 1fr); background: var(--line); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.tiles > div { background: var(--surface); display: flex; flex-direction: column; padding: 1rem 1.125rem; }
.tiles dt { color: var(--muted); font-size: 0.875rem; line-height: 1.35; }
.tiles dt { min-height: 2.7em; }
.tiles dd { padding-top: 0.25rem; }
.tiles strong { display: block; font-size: 2rem; font-variant-numeric: tabular-nums; font-weight: 650; letter-spacing: -0.02em; line-height: 1.15; }
.tiles span { color: var(--muted); display: block; font-size: 0.875rem; line-height: 1.35; }

.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
caption { caption-side: top; color: var(--muted); padding: 0.25rem 0 0.75rem; text-align: start; }
th { font-weight: 500; text-align: start; }
thead th { color: var(--muted); font-size: 0.8125rem; font-weight: 600; line-height: 1.3; vertical-align: bottom; }
td, th { padding: 0.375rem 0.5rem; }
.number { text-align: end; white-space: nowrap; }

.heat { border-collapse: separate; border-spacing: 2px; min-width: 46rem; }
.heat thead th { font-size: 0.75rem; padding-inline: 0.125rem; text-align: center; }
.heat tbody th { background: var(--page); inset-inline-start: 0; padding-inline-start: 0; position: sticky; white-space: nowrap; }
.heat td { border-radius: 4px; padding-inline: 0.25rem; text-align: center; white-space: nowrap; }
.heat .corner { background: var(--page); color: var(--muted); font-size: 0.75rem; inset-inline-start: 0; padding-inline-start: 0; position: sticky; text-align: start; }
.heat .corner span { display: block; }
.heat b { font-weight: 600; }
.heat small { color: inherit; }
.heat .all { font-weight: 600; }
.heat .home { outline: 2px solid var(--text); outline-offset: -2px; }
.none { color: var(--muted); }
.shade-0 { background: var(--tint); }
.shade-1 { background: var(--shade-1); }
.shade-2 { background: var(--shade-2); }
.shade-3 { background: var(--shade-3); }
.shade-4 { background: var(--shade-4); color: var(--on-4); }
.shade-5 { background: var(--shade-5); color: var(--on-5); }

.bars tbody tr { border-top: 1px solid var(--line); }
.bars th { padding-inline-start: 0; }
.bars tbody th { line-height: 1.3; }
.bars .chart { padding-inline-end: 0; width: 62%; }
.bars.two .chart { width: 36%; }
.bars.two .chart + .chart { padding-inline-start: 1.5rem; }
.chart > div { align-items: center; display: grid; gap: 0 0.75rem; grid-template-columns: 5.75rem 1fr; }
.chart span { text-align: end; white-space: nowrap; }
.bar { block-size: 0.75rem; display: block; inline-size: 100%; }
.bar .track { fill: var(--tint); }
.bar .fill { fill: var(--accent); }
.bar.investor .fill { fill: var(--other); }

.pair-of { display: grid; gap: 0 3rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.facts { border-top: 1px solid var(--line); margin-top: 0.5rem; }
.facts > div { display: grid; gap: 0 1rem; grid-template-columns: 1fr auto; padding: 0.625rem 0 0; }
.facts dd { font-variant-numeric: tabular-nums; font-weight: 650; text-align: end; }
.facts dd:has(.names) { display: contents; }
.names { color: var(--muted); display: flex; flex-wrap: wrap; font-size: 0.875rem; font-weight: 400; gap: 0.125rem 0.875rem; grid-column: 1 / -1; list-style: none; padding: 0.375rem 0 0; text-align: start; }

.pairs { counter-reset: pair; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr)); list-style: none; padding: 0; }
.pairs > li { counter-increment: pair; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; height: 100%; padding: 1rem 1.125rem; }
article h3 { display: grid; font-size: 1rem; font-weight: 650; gap: 0.5rem 1rem; grid-template-columns: 1fr 1fr; line-height: 1.3; }
.side small, .side bdi { display: block; }
.score { align-items: center; white-space: nowrap; border-block: 1px solid var(--line); display: flex; gap: 0.5rem; margin-top: 0.75rem; padding-block: 0.375rem; }
.score span { color: var(--muted); font-size: 0.8125rem; font-weight: 600; }
.score b { font-variant-numeric: tabular-nums; }
article ul { font-size: 0.9375rem; line-height: 1.45; list-style: none; margin-top: 0.25rem; padding: 0; }
article li + li { margin-top: 0.25rem; }
blockquote { border-inline-start: 3px solid var(--accent); font-size: 0.9375rem; line-height: 1.45; margin-top: 0.375rem; padding-inline-start: 0.75rem; }
blockquote.investor { border-inline-start-color: var(--other); border-inline-start-style: double; }
.scrolled { min-width: 36rem; }
.plain tbody tr { border-top: 1px solid var(--line); }
.plain th:first-child, .plain td:first-child { padding-inline-start: 0; }
.plain:not(.scrolled) .number { width: 30%; }
.plain thead .number { white-space: normal; }
.scrolled bdi { overflow-wrap: break-word; }
.plain + .bars, .wide + .bars, .bars + .wide { margin-top: 1.5rem; }

@media (max-width: 60rem) {
  .tiles { grid-template-columns: repeat(2, 1fr); }
}
@media (max-width: 40rem) {
  .tiles > div { padding: 0.75rem; }
  .tiles strong { font-size: 1.625rem; }
  .tiles dt, .tiles span { font-size: 0.8125rem; }
  .bars.two .chart, .bars.two .chart + .chart { padding-inline-start: 0.5rem; width: 29%; }
  .chart > div { gap: 0.125rem; grid-template-columns: 1fr; }
  .chart span { text-align: start; }
  .bars.two th { overflow-wrap: anywhere; }
}
@media print {
  @page { margin: 14mm; size: A4; }
  :root { --page: #ffffff; font-size: 9pt; }
  body { max-width: none; padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { break-after: avoid; }
  section { margin-top: 1.75rem; }
  tr, article, .tiles > div { break-inside: avoid; }
  .wide { overflow: visible; }
  .heat, .scrolled { min-width: 0; }
  .heat { table-layout: fixed; }
  .heat thead th { font-size: 5.75pt; letter-spacing: -0.01em; overflow-wrap: anywhere; }
  .heat .corner { font-size: 6pt; width: 14%; }
  .heat tbody th { font-size: 7.5pt; }
  .heat td { padding-inline: 0; }
  .heat td small { display: block; font-size: 6.5pt; line-height: 1.2; }
  .tiles { grid-template-columns: repeat(4, 1fr); }
  .pair-of { grid-template-columns: 1fr 1fr; gap: 0 2rem; }
  .chart > div { grid-template-columns: 5rem 1fr; }
  .chart span { text-align: end; }
  .bars.two .chart { width: 34%; }
  .pairs { display: block; columns: 2; column-gap: 0.75rem; }
  .pairs > li { break-inside: avoid; padding-bottom: 0.75rem; }
}
`;
