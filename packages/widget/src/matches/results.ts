import type { MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Match } from './actions.ts';
import { keyOf, nearMissCard } from './card.ts';
import type { View } from './view.ts';

type Rejection = MatchList['rejected'][number];
type Shown = TemplateResult | typeof nothing;

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
  const items = <T extends Match | Rejection>(list: readonly T[], show: (item: T) => TemplateResult) =>
    list.map((item) => keyed(keyOf(item), html`<li>${show(item)}</li>`));
  return html`<section aria-labelledby="matches">
      <h2 id="matches" part="heading" tabindex="-1">
        ${words.matches(matches.length)}${fresh > 0 ? html` <span class="fresh" part="fresh">${words.fresh(fresh)}</span>` : nothing}
      </h2>
      ${before}
      <ol class="cards">
        ${items(matches, card)}
      </ol>
      ${after}
    </section>
    ${
      rejected.length > 0
        ? html`<section aria-labelledby="misses">
            <h2 id="misses" part="heading">${words.nearMisses}</h2>
            <p class="hint">${words.nearMissesHint}</p>
            <ul class="cards">
              ${items(rejected, (rejection) => nearMissCard(rejection, view))}
            </ul>
          </section>`
        : nothing
    }`;
}
