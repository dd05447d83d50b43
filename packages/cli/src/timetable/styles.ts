import { STYLES } from '../report/styles.ts';

/** What the timetable adds to the style sheet of the report. On paper the whole day lies across, each sheet stands upright. */
export const TIMETABLE_STYLES = `${STYLES}
.where { display: grid; gap: 0.75rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), max-content)); margin-top: 1.25rem; }
.where dt { color: var(--muted); font-size: 0.8125rem; font-weight: 600; }
.where dd { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h3 { font-size: 1rem; font-weight: 650; line-height: 1.3; margin-top: 1.75rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
a:hover { text-decoration-color: currentColor; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.day { border-collapse: separate; border-spacing: 0; min-width: calc(6rem + 7.75rem * var(--slots)); table-layout: fixed; }
.day th, .day td { border-bottom: 1px solid var(--line); vertical-align: top; }
.day thead th { border-bottom: 2px solid var(--line); color: var(--text); font-size: 0.9375rem; }
.day thead small { display: block; }
.day tbody th, .day .corner { background: var(--page); inset-inline-start: 0; padding-inline-start: 0; position: sticky; width: 6rem; }
.day td { line-height: 1.3; }
.day td a { -webkit-box-orient: vertical; -webkit-line-clamp: 2; display: -webkit-box; font-size: 0.9375rem; font-weight: 600; overflow: hidden; overflow-wrap: anywhere; }
.day td a + a { color: var(--muted); font-size: 0.875rem; font-weight: 400; margin-top: 0.125rem; }
.slots-1 { --slots: 1; } .slots-2 { --slots: 2; } .slots-3 { --slots: 3; } .slots-4 { --slots: 4; }
.slots-5 { --slots: 5; } .slots-6 { --slots: 6; } .slots-7 { --slots: 7; } .slots-8 { --slots: 8; }

.sheets { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); list-style: none; margin-top: 0.75rem; padding: 0; }
.sheet { overflow-wrap: normal; scroll-margin-top: 1rem; }
.sheet:target { border-color: var(--accent); outline: 1px solid var(--accent); }
.sheet h4 { color: var(--text); font-size: 1.0625rem; font-weight: 650; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
.sheet .kind { color: var(--muted); font-size: 0.8125rem; }
.sheet .day-of { display: none; }
.sheet table { margin-top: 0.625rem; }
.sheet th, .sheet td { padding-block: 0.3125rem; vertical-align: baseline; }
.sheet tbody tr { border-top: 1px solid var(--line); }
.sheet tr > :first-child { padding-inline-start: 0; white-space: nowrap; width: 7rem; }
.sheet tr > :nth-child(2) { text-align: center; width: 4rem; }
.sheet tbody th { font-weight: 500; }
.idle { color: var(--muted); }

.wide + .wide { margin-top: 1.5rem; }
@media (max-width: 30rem) {
  .sheet { padding: 0.875rem; }
  .sheet table { font-size: 0.9375rem; }
  .sheet tr > :first-child { width: 6.25rem; }
  .sheet tr > :nth-child(2) { width: 3.25rem; }
}
@page across { margin: 12mm; size: A4 landscape; }
@media print {
  a { text-decoration: none; }
  .overview { page: across; }
  .day { min-width: 0; width: 100%; }
  .day tbody th, .day .corner { position: static; width: 5rem; }
  .day th, .day td { padding: 0.25rem 0.3rem; }
  .day td a { font-size: 7.5pt; }
  .day td a + a { font-size: 7pt; }
  .day thead th { font-size: 8.5pt; }
  .day thead { display: table-header-group; }
  .sheets { display: block; }
  .sheets-head { display: none; }
  .sheet { background: none; border: 0; break-before: page; font-size: 12pt; height: auto; outline: 0; padding: 0; }
  .sheet .day-of { border-bottom: 2px solid var(--accent); color: var(--muted); display: block; font-size: 10pt; margin-bottom: 8mm; padding-bottom: 3mm; }
  .sheet h4 { font-size: 20pt; }
  .sheet .kind { font-size: 11pt; }
  .sheet table { margin-top: 6mm; }
  .sheet thead th { font-size: 9.5pt; }
  .sheet th, .sheet td { padding-block: 2mm; }
  .sheet tr > :first-child { width: 34mm; }
  .sheet tr > :nth-child(2) { width: 24mm; }
  .closing { display: none; }
}
`;
