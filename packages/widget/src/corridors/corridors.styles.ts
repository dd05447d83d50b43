import { css } from 'lit';

/** A table whose bars are its chart. */
export const corridorStyles = css`
  :host {
    --_asked: color-mix(in oklab, var(--_accent) 52%, var(--_surface));
  }
  .root {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em;
  }
  .root:has(.notice, .cards) {
    border: 0;
    padding: 0;
  }
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.65em;
    padding: 0.9em 1em;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
  }
  caption {
    font-size: 1.125em;
    font-weight: 650;
    padding-block-end: 0.75em;
    text-align: start;
  }
  th,
  td {
    border-block-end: 1px solid var(--_line);
    padding: 0.7em 0 0.7em 1.25em;
    text-align: start;
    vertical-align: baseline;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 500;
    line-height: 1.3;
    padding-block: 0.4em;
    vertical-align: end;
  }
  thead th.introductions::before,
  thead th.acceptances::before {
    background: var(--_asked);
    block-size: 0.75em;
    border-radius: 2px;
    content: '';
    display: inline-block;
    inline-size: 0.75em;
    margin-inline-end: 0.4em;
  }
  thead th.acceptances::before {
    background: var(--_accent);
  }
  tbody th {
    font-weight: 500;
    inline-size: 46%;
  }
  .names {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.45em;
  }
  .arrow {
    color: var(--_accent);
  }
  .figure {
    text-align: end;
  }
  td.figure {
    inline-size: 18%;
  }
  tbody td:nth-of-type(1) {
    font-size: 1.0625em;
    font-weight: 650;
  }
  .few {
    color: var(--_muted);
    display: block;
    font-size: 0.8125em;
    font-weight: 400;
    line-height: 1.3;
  }
  tbody td:nth-of-type(1) .few {
    font-size: 0.7647em;
  }
  tfoot th,
  tfoot td {
    border-block-end: 0;
    font-weight: 650;
  }
  .bar {
    block-size: 8px;
    border-radius: 2px;
    display: block;
    inline-size: 100%;
    margin-block-start: 0.45em;
  }
  .track {
    fill: var(--_tint);
  }
  rect.introductions {
    fill: var(--_asked);
  }
  rect.acceptances {
    fill: var(--_accent);
  }
  .hint {
    color: var(--_muted);
    font-size: 0.875em;
    padding-block-start: 0.75em;
  }
  .hint span {
    white-space: nowrap;
  }

  @container (max-width: 33.99em) {
    tr {
      align-items: baseline;
      border-block-end: 1px solid var(--_line);
      column-gap: 0.5em;
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      padding-block: 0.65em;
      row-gap: 0.35em;
    }
    tr > * {
      border: 0;
      padding: 0;
    }
    tbody th,
    td.figure {
      inline-size: auto;
    }
    tr > :first-child {
      grid-column: 1 / -1;
    }
    thead tr {
      align-items: end;
    }
    thead tr > :first-child {
      display: none;
    }
    thead th.introductions::before,
    thead th.acceptances::before {
      display: block;
      margin-block-end: 0.3em;
    }
    .figure {
      text-align: start;
    }
    tfoot tr {
      border: 0;
    }
  }
  @media (forced-colors: active) {
    .bar,
    thead th::before {
      forced-color-adjust: none;
    }
    .track {
      fill: Canvas;
      stroke: GrayText;
    }
    rect.introductions {
      fill: GrayText;
    }
    thead th.introductions::before {
      background: GrayText;
    }
    rect.acceptances {
      fill: Highlight;
    }
    thead th.acceptances::before {
      background: Highlight;
    }
  }
`;
