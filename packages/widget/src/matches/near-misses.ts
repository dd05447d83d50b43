import type { MatchList } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../lib/keyed.ts';
import type { MoreWords } from '../strings/more/index.ts';
import { factList, fullText, keyOf } from './card.ts';
import type { View } from './view.ts';

export { nearMissStyles } from './near-misses.styles.ts';

type Rejection = MatchList['rejected'][number];

/** The near misses of a list. They are loaded once a list has some, and stand below its matches. */
export const nearMisses = (rejected: readonly Rejection[], view: View, more: MoreWords): TemplateResult =>
  html`<section aria-labelledby="misses">
    <h2 id="misses" part="heading">${more.nearMisses}</h2>
    <p class="hint">${more.nearMissesHint}</p>
    <ul class="cards">
      ${rejected.map((miss) => keyed(keyOf(miss), html`<li>${nearMissCard(miss, view, more)}</li>`))}
    </ul>
  </section>`;

/** A near miss: who, which limits keep it out and why, what would let it in, and what the other limits said. */
function nearMissCard(miss: Rejection, view: View, more: MoreWords): TemplateResult {
  const { card, gates, changes } = miss;
  const { labels } = view;
  const others = (outcome: 'pass' | 'unknown') => {
    // That a profile is active and consents is no news of any that is shown.
    const names = gates
      .filter((g) => g.outcome === outcome && g.gate !== 'status' && g.gate !== 'consent')
      .map((g) => limitName(g.gate, view, more));
    return names.length > 0 ? html`<span>${more.otherLimits[outcome]}: ${labels.list(names)}</span>` : nothing;
  };
  return html`<article class="card miss" part="card near-miss">
    <header><h3 part="name">${card.name}</h3></header>
    ${factList(miss)}
    <h4>${more.keptOut}</h4>
    <ul class="reasons limits">
      ${gates
        .filter(({ outcome }) => outcome === 'fail')
        .map(
          ({ gate, message }) =>
            html`<li><strong>${labels.alone(limitName(gate, view, more))}</strong> ${message?.text}</li>`,
        )}
    </ul>
    ${
      changes.length > 0
        ? html`<h4>${more.changes}</h4>
          <ul class="reasons limits" part="changes">${changes.map(({ message }) => html`<li>${message.text}</li>`)}</ul>`
        : nothing
    }
    <p class="hint others">${others('pass')} ${others('unknown')}</p>
    ${fullText(miss, view)}
  </article>`;
}

/** What a limit is called inside a sentence; one of a newer API stands under its own name. */
function limitName(gate: string, { labels }: View, more: MoreWords): string {
  const names: Readonly<Record<string, string>> = {
    ...labels.facets,
    ...more.gates,
    exclusion: labels.facets.excludedSectors,
  };
  return Object.hasOwn(names, gate) ? (names[gate] as string) : gate;
}
