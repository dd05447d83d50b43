import type { MarketEntry } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../lib/keyed.ts';
import { keyOf, matchCard } from '../matches/card.ts';
import type { View } from './view.ts';

type Group = MarketEntry['groups'][number];

/** How many matches all groups have. */
export const totalOf = ({ groups }: MarketEntry): number => groups.reduce((sum, { total }) => sum + total, 0);

/** A section of each kind: how many there are, the best of them, or why there is none. */
export function groupList({ subject, groups }: MarketEntry, view: View): TemplateResult {
  // Names of cards are unique over all groups.
  let place = 0;
  return html`${groups.map(
    (group) => html`<section part="group" aria-labelledby="group-${group.kind}">
      ${heading(group, view)}
      ${
        group.matches.length === 0
          ? none(group)
          : html`<ol class="cards">
              ${group.matches.map((match) => {
                place++;
                return keyed(
                  keyOf(match),
                  html`<li>${matchCard({ ...match, rank: place }, subject.kind, view, false, nothing)}</li>`,
                );
              })}
            </ol>`
      }
    </section>`,
  )}`;
}

/** A kind that is younger than this code is called as the API calls it. */
function heading({ kind, label, total, matches }: Group, { own, labels }: View): TemplateResult {
  return html`<h2 part="heading" id="group-${kind}">${labels.alone(label ?? kind)}: <span class="count" part="count">${labels.number(total, 0)}</span></h2>
    ${matches.length > 0 && total > matches.length ? html`<p class="hint" part="hint">${own.best(matches.length)}</p>` : nothing}`;
}

const none = ({ none: sentences = [] }: Group): TemplateResult =>
  html`<div class="none" part="none">${sentences.map(({ text }) => text && html`<p>${text}</p>`)}</div>`;
