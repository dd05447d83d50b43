import { css } from 'lit';

/** What only an introduction has. */
export const introductionStyles = css`
  .who {
    display: grid;
    flex: 1 1 12em;
    gap: 0.15em;
  }
  .contact {
    background: var(--_tint);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.45em 1.25em;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: -0.3em;
    padding: 0.6em 0.75em;
  }
  a {
    color: var(--_accent);
    display: inline-block;
    min-block-size: 24px;
  }
  @container (min-width: 34em) {
    .contact {
      grid-template-columns: repeat(auto-fill, minmax(12em, 1fr));
    }
  }
`;
