/**
 * Bars and shades. A number always stands beside them in words, so that they add and never tell alone.
 *
 * @module
 */
import { type Html, html } from './html.ts';

/** Whom a bar is about: each side has its colour, under the heading that names it. */
export type Hue = 'startup' | 'investor';

/** A bar as long as `value` is of `most`. Drawn with attributes alone: the page allows no style but its own sheet. */
export function bar(value: number, most: number, hue: Hue = 'startup'): Html {
  const length = most > 0 ? Math.round((1000 * value) / most) / 10 : 0;
  return html`<svg class="bar ${hue}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="1"/><rect class="fill" width="${length}" height="1"/></svg>`;
}

/** The cell of a table that holds a number, what share that is, and a bar as long as `value` is of `most`. */
export function barCell(text: { number: string; share?: string }, value: number, most: number, hue?: Hue): Html {
  return html`<td class="chart"><div><span>${text.number}${text.share && html` <small>${text.share}</small>`}</span>${bar(value, most, hue)}</div></td>`;
}

/** Shades of a heat table, from 0 for none to 5. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;

/** From which share of the row on each shade begins: chosen so that a seventh, an even part of seven, is in the middle. */
const SHADES = [0.05, 0.1, 0.2, 0.4] as const;

export const shadeOf = (share: number): Shade =>
  share <= 0 ? 0 : ((1 + SHADES.filter((from) => share >= from).length) as Shade);
