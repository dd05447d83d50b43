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
    padding: 0.9em 1em;
  }
  .miss {
    border-style: dashed;
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

  .score {
    align-items: baseline;
    column-gap: 0.3em;
    display: grid;
    flex: 0 1 12.5em;
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

  .reasons,
  .limits {
    display: grid;
    font-size: 0.9375em;
    gap: 0.35em;
    list-style: none;
    margin-block-start: -0.4em;
  }
  .reasons > li,
  .limits > li {
    padding-inline-start: 1.25em;
    position: relative;
  }
  .reasons > li::before,
  .limits > li::before {
    color: var(--_accent);
    content: '✓' / '';
    font-weight: 700;
    inset-inline-start: 0;
    position: absolute;
  }
  .limits > li::before {
    color: var(--_muted);
    content: '×' / '';
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
  .caution strong::after,
  .limits strong::after {
    content: ':';
  }
  .hint,
  .unstated {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .others {
    column-gap: 1.5em;
    display: flex;
    flex-wrap: wrap;
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
  .signals {
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
    margin-block-start: 0.6em;
  }
  th,
  td {
    border-block-end: 1px solid var(--_line);
    padding: 0.35em 0.75em 0.35em 0;
    text-align: start;
    vertical-align: middle;
  }
  thead th {
    vertical-align: end;
  }
  .figure {
    inline-size: 18%;
    padding-inline-end: 0;
    text-align: end;
  }
  .fit .bar {
    align-self: center;
  }
  tbody th,
  tfoot th {
    color: var(--_text);
    font-size: 1em;
    font-weight: 400;
  }
  tfoot th,
  tfoot td {
    border-block-end: 0;
    font-weight: 650;
  }
  .fit {
    align-items: center;
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(1.5em, 1fr) minmax(3.5em, max-content);
    text-align: end;
    white-space: nowrap;
  }

  @container (max-width: 33.99em) {
    .signals tr {
      align-items: end;
      border-block-end: 1px solid var(--_line);
      column-gap: 0.5em;
      display: grid;
      grid-template-columns: minmax(0, 1fr) 5.25em 5.25em;
      padding-block: 0.35em;
    }
    .signals tr > * {
      border: 0;
      inline-size: auto;
      padding: 0;
    }
    .signals tr > :first-child {
      grid-column: 1 / -1;
    }
    .signals thead tr > :first-child {
      display: none;
    }
    .signals tfoot tr {
      border: 0;
    }
    .signals tfoot tr > :first-child {
      grid-column: auto;
    }
    .signals tfoot td:empty {
      display: none;
    }
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
