import { css } from 'lit';

/** The list, and what stands in its place. */
export const styles = css`
  :host {
    container-type: inline-size;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .root {
    position: relative;
  }
  h2,
  h3,
  h4,
  p,
  ol,
  ul,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 1.125em;
    font-weight: 650;
    margin-block-end: 0.6em;
  }
  section + section {
    margin-block-start: 2em;
  }
  section > .hint {
    margin-block: -0.4em 0.8em;
  }
  .cards {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
  }

  .notice {
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.35em;
    justify-items: start;
    padding: 1.25em;
  }
  .title {
    font-weight: 650;
  }
  button {
    background: var(--_accent);
    border: 1px solid transparent;
    border-radius: 4px;
    color: var(--_on-accent);
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    margin-block-start: 0.4em;
    min-block-size: 2.25em;
    padding-inline: 1em;
  }

  .skeleton i {
    animation: breathe 1.6s ease-in-out infinite alternate;
    background: var(--_tint);
    block-size: 1em;
    border-radius: 3px;
    inline-size: 85%;
  }
  .skeleton i:first-child {
    block-size: 1.4em;
    inline-size: 45%;
  }
  .skeleton i:last-child {
    inline-size: 60%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
      animation: none;
    }
  }
`;
