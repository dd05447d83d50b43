import { css } from 'lit';

/** What a list of patents is not, above its cards. */
export const neighbourStyles = css`
  .disclaimer {
    background: var(--_tint);
    border-radius: var(--_radius);
    font-size: 0.9375em;
    margin-block-end: 1em;
    padding: 0.75em 1em;
  }
  h2,
  .disclaimer {
    /* One letter with many marks cannot be broken. */
    overflow: clip;
  }
  .score .number {
    grid-area: 1 / 1;
  }
  .long .facts {
    grid-template-columns: minmax(0, 1fr);
  }
  .long:not(:has(dt)) {
    display: none;
  }
  h4 {
    color: var(--_text);
    font-size: 0.875em;
    font-weight: 600;
    margin-block-end: -0.5em;
  }
`;
