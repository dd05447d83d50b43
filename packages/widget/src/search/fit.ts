import type { Level } from '@kopru/sdk/engine/level';
import { html, type TemplateResult } from 'lit';
import { bar } from '../matches/score.ts';
import type { View } from './view.ts';

/**
 * Lowest fit of each level but the last, and its share of the bar. One pair in ten speaks of one need before
 * anything is read: the odds are nine times that in the first, three times in the second, higher at all in the third.
 */
const LEVELS: readonly [level: Level, lowest: number, share: number][] = [
  ['strong', 0.5, 1],
  ['good', 0.25, 0.75],
  ['fair', 0.1, 0.5],
];
const LAST = ['weak', 0, 0.25] as const;

/**
 * How well two texts agree, as a word and a bar. There is no figure: a probability of 0.3 is much for two texts of a
 * list, and would be read as little.
 *
 * @param fit in [0,1].
 */
export function fitBlock(fit: number, { words, own }: View): TemplateResult {
  const [level, , share] = LEVELS.find(([, lowest]) => fit >= lowest) ?? LAST;
  return html`<div class="agreement" part="fit">
    <span class="sr">${own.fit}: </span><span class="level">${words.levels[level]}</span>
    ${bar(share)}
  </div>`;
}
