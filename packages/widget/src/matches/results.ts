import type { MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../lib/keyed.ts';
import { lazy } from '../lib/lazy.ts';
import type { Match } from './actions.ts';
import { keyOf } from './card.ts';
import type { View } from './view.ts';

type Shown = TemplateResult | typeof nothing;

/** What is shown of near misses. */
export const misses = lazy('matches/near-misses', () => import('./near-misses.ts'));

/** What stands around the matches, and what each is shown as. */
export interface Around {
  /** How many of the matches are new. */
  readonly fresh: number;
  readonly card: (match: Match) => TemplateResult;
  readonly before: Shown;
  readonly after: Shown;
}

/** A list: its heading, the matches and the near misses. */
export function results(
  { matches, rejected }: MatchList,
  { fresh, card, before, after }: Around,
  view: View,
): TemplateResult {
  const { words } = view;
  return html`<section aria-labelledby="matches">
      <h2 id="matches" part="heading" tabindex="-1">
        ${words.matches(matches.length)}${fresh > 0 ? html` <span class="fresh" part="fresh">${words.fresh(fresh)}</span>` : nothing}
      </h2>
      ${before}
      <ol class="cards">
        ${matches.map((match) => keyed(keyOf(match), html`<li>${card(match)}</li>`))}
      </ol>
      ${after}
    </section>
    ${rejected.length > 0 && view.more ? (misses.ready?.nearMisses(rejected, view, view.more) ?? nothing) : nothing}`;
}
