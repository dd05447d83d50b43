import { css } from 'lit';

/** How something stands, beside its name. */
export const stateStyles = css`
  .state {
    background: var(--_tint);
    border: 1px solid var(--_line);
    border-radius: 1em;
    font-size: 0.8125em;
    font-weight: 600;
    padding: 0.15em 0.75em;
  }
  .state.live {
    border-color: var(--_accent);
    color: var(--_accent);
  }
`;
