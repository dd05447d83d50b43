import { css } from 'lit';

/**
 * Colours and measures of every element. Each can be set from outside by its `--kopru-*` name. The
 * colours follow the `color-scheme` of the page: a page that is only light stays light at night,
 * one with `color-scheme: light dark` follows the reader's setting. Contrast is at least 4.5 for
 * text and 3 for bars and focus, in both.
 */
export const tokens = css`
  :host {
    --_accent: var(--kopru-accent, light-dark(#00707a, #5cc9cf));
    --_on-accent: var(--kopru-on-accent, light-dark(#ffffff, #06201f));
    --_surface: var(--kopru-surface, light-dark(#ffffff, #162022));
    --_text: var(--kopru-text, light-dark(#172426, #e3ebeb));
    --_muted: var(--kopru-muted, light-dark(#536366, #9bacae));
    --_line: var(--kopru-line, light-dark(#d3dcdd, #2e3b3d));
    --_tint: var(--kopru-tint, light-dark(#eef3f3, #1f2c2e));
    --_wrong: var(--kopru-wrong, light-dark(#a3261b, #ff9d8f));
    --_radius: var(--kopru-radius, 6px);
    color: var(--_text);
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .sr {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    margin: 0;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
