import { css } from 'lit';

/** What only applications and calls have. */
export const applicationStyles = css`
  .moves {
    display: grid;
    font-size: 0.9375em;
    gap: 0.35em 1.25em;
    grid-template-columns: auto minmax(0, 1fr);
    list-style: none;
  }
  .moves li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }
  .moves time {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .calls {
    border-block-start: 1px solid var(--_line);
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: 0.65em;
  }
  .calls ul {
    display: grid;
    gap: 0.65em;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
  }
  .calls li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.75em;
  }
  .call {
    display: grid;
    flex: 1 1 12em;
  }
  .calls .act {
    flex: 1 1 100%;
  }
`;
