import { css } from 'lit';

/** A form over a round and the investors in it. */
export const coInvestmentStyles = css`
  form {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    margin-block-end: 1.5em;
    padding: 0.9em 1em;
  }
  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    font-weight: 650;
    margin-block-end: 0.5em;
    padding: 0;
  }
  .fields {
    align-items: end;
    display: grid;
    gap: 0.75em 1em;
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  input[type='number'] {
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 4px;
    box-sizing: border-box;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.4em 0.6em;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .check {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 0.6em;
    grid-column: 1 / -1;
    min-block-size: 2.5em;
  }
  .check span {
    font-weight: 400;
  }
  .check input {
    accent-color: var(--_accent);
    block-size: 1.25em;
    flex: none;
    inline-size: 1.25em;
    margin: 0;
    min-block-size: 20px;
    min-inline-size: 20px;
  }
  .fields button {
    grid-column: 1 / -1;
    justify-self: start;
    min-block-size: 2.5em;
  }

  h2,
  .summary p,
  .amount {
    /* One letter with many marks cannot be broken. */
    overflow: clip;
  }
  .summary {
    display: grid;
    gap: 0.35em;
  }
  .stop {
    border-inline-start: 3px solid var(--_wrong);
    padding-inline-start: 0.75em;
  }
  .stop strong::after {
    content: ':';
  }
  .whole {
    block-size: 1.25em;
    margin-block: 0.9em 0.6em;
  }
  .cut {
    stroke: var(--_surface);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  section > .facts {
    margin-block-end: 1.25em;
  }
  .who {
    flex: 1 1 12em;
  }
  .amount {
    font-variant-numeric: tabular-nums;
  }
  .amount strong {
    font-weight: 650;
  }
  .amount span {
    color: var(--_muted);
    margin-inline-start: 0.4em;
  }
  /* The match of an investor is a part of its card; the name stands above. */
  .card .card {
    border: 0;
    border-block-start: 1px solid var(--_line);
    border-radius: 0;
    padding: 0.65em 0 0;
  }
  .card .card h3 {
    display: none;
  }
  @container (min-width: 44em) {
    .fields {
      grid-template-columns: 1fr 1fr auto auto;
    }
    .fields > :is(label, button) {
      grid-column: auto;
    }
  }
`;
