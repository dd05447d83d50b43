import { css } from 'lit';

/** What is on a card. */
export const cardStyles = css`
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.65em;
    grid-template-columns: minmax(0, 1fr);
    /* One letter with many marks cannot be broken. */
    overflow: clip;
    padding: 0.9em 1em;
  }
  header {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.5em;
    justify-content: space-between;
  }
  h3 {
    flex: 1 1 12em;
    font-size: 1.0625em;
    font-weight: 650;
    line-height: 1.3;
  }
  h4,
  dt,
  figcaption,
  th {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 500;
  }

  .marks {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .marks span,
  .fresh {
    border: 1px solid var(--_accent);
    border-radius: 1em;
    color: var(--_accent);
    font-size: 0.75rem;
    font-weight: 600;
    padding-inline: 0.7em;
  }
  .marks [part~='new'],
  .fresh {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .filters {
    margin-block: -0.3em 0.9em;
  }

  .score {
    align-items: baseline;
    column-gap: 0.3em;
    display: grid;
    flex: 0 1 14.5em;
    font-variant-numeric: tabular-nums;
    grid-template-columns: auto auto 1fr;
  }
  .number {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1;
  }
  .of {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .score .bar {
    grid-area: 2 / 1 / auto / -1;
    margin-block-start: 0.35em;
  }
  .level {
    font-size: 0.8125em;
    font-weight: 600;
    grid-area: 1 / 3;
    text-align: end;
  }
  .bar {
    block-size: 6px;
    display: block;
    inline-size: 100%;
  }
  .track {
    fill: var(--_line);
  }
  .fill {
    fill: var(--_accent);
  }

  .facts {
    display: grid;
    gap: 0.45em 1.25em;
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  dt {
    font-size: 0.75em;
    line-height: 1.3;
  }
  dd {
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    hyphens: auto;
    overflow-wrap: break-word;
  }

  .reasons {
    display: grid;
    font-size: 0.9375em;
    gap: 0.35em;
    list-style: none;
    margin-block-start: -0.4em;
  }
  .reasons > li {
    padding-inline-start: 1.25em;
    position: relative;
  }
  .reasons > li::before {
    color: var(--_accent);
    content: '✓' / '';
    font-weight: 700;
    inset-inline-start: 0;
    position: absolute;
  }
  .quotes {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 0.4em;
  }
  blockquote {
    background: var(--_tint);
    border-inline-start: 3px solid var(--_accent);
    border-radius: 2px;
    font-size: 0.9375em;
    padding: 0.5em 0.75em;
    white-space: pre-line;
  }
  .quotes blockquote {
    font-size: 1em;
  }
  .caution {
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
    padding-block-start: 0.6em;
  }
  .caution strong::after {
    content: ':';
  }
  .hint,
  .unstated {
    color: var(--_muted);
    font-size: 0.875em;
  }

  summary {
    border-radius: 2px;
    color: var(--_accent);
    cursor: pointer;
    font-size: 0.9375em;
    inline-size: fit-content;
    min-block-size: 24px;
  }
  summary:hover {
    text-decoration: underline;
  }
  details[open] > summary {
    margin-block-end: 0.5em;
  }

  @container (min-width: 34em) {
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    }
    .quotes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .track {
      fill: GrayText;
    }
    .fill {
      fill: Highlight;
    }
  }
`;
