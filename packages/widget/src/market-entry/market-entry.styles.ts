import { css } from 'lit';

/** The choice of a country over groups of cards. */
export const marketStyles = css`
  .choice {
    margin-block-end: 1.5em;
    max-inline-size: 28em;
  }
  .choice select {
    min-block-size: 2.5em;
    padding: 0.5em 0.6em;
  }
  h2 {
    border-block-end: 1px solid var(--_line);
    padding-block-end: 0.35em;
  }
  h2,
  .none {
    /* One letter with many marks cannot be broken. */
    overflow: clip;
  }
  .count {
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }
  section > .hint {
    margin-block: -0.2em 0.8em;
  }
  .none {
    color: var(--_muted);
    display: grid;
    font-size: 0.9375em;
    gap: 0.35em;
    max-inline-size: 44em;
  }
`;
