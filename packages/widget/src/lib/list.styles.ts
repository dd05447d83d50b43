import { css } from 'lit';

/** A list of cards, what stands in its place, and buttons. */
export const listStyles = css`
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
    min-block-size: 2.25em;
    padding-inline: 1em;
  }
  .notice button {
    margin-block-start: 0.4em;
  }
  button.quiet {
    background: transparent;
    border-color: var(--_muted);
    color: var(--_text);
    font-weight: 500;
  }
  button:hover {
    text-decoration: underline;
  }
  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.6;
  }
  .touch {
    flex-basis: 100%;
    font-weight: 600;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .more {
    display: grid;
    gap: 0.5em;
    justify-items: center;
    margin-block-start: 1em;
  }

  .wrong {
    color: var(--_wrong);
  }
  code {
    font-size: 0.9375em;
    user-select: all;
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
