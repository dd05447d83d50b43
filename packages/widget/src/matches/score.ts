import { levelOf } from '@kopru/sdk/engine/level';
import { html, svg, type TemplateResult } from 'lit';
import type { View } from './view.ts';

/** The score as a number, a bar and a word. */
export function scoreBlock(score: number, { words, labels }: View): TemplateResult {
  const level = levelOf(score);
  return html`<div class="score" part="score">
    <span class="sr">${words.score}</span>
    <span class="number">${labels.number(score, 1)}</span><span class="of" aria-hidden="true">/100</span>
    ${bar(score / 100)}
    <span class="level">${words.levels[level]}</span>
  </div>`;
}

/** A bar for a share in [0,1]. The same is said in words beside it, so it is hidden from screen readers. */
export const bar = (share: number): TemplateResult =>
  // Geometry in attributes of SVG: a strict CSP blocks style attributes, not these.
  html`<svg class="bar" part="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="6" rx="1"></rect><rect class="fill" width=${100 * share} height="6" rx="1"></rect>`}
  </svg>`;
