import { css } from 'lit';

/** The table of signals. */
export const signalStyles = css`
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
`;
