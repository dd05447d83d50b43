import type { Neighbours } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { factList, fullText, keyOf } from '../matches/card.ts';
import { quotes } from '../matches/message.ts';
import { bar } from '../matches/score.ts';
import type { View } from './view.ts';

type Neighbour = Neighbours['neighbours'][number];

/** A neighbour: which patent, how like the texts are and where most, what it states, and the whole abstract folded. */
export function neighbourCard(neighbour: Neighbour, view: View): TemplateResult {
  const { rank, card, similarity, sentences, facts = [] } = neighbour;
  const { own, words } = view;
  return html`<article class="card" part="card" data-place=${keyOf(neighbour)} tabindex="-1" aria-labelledby="name-${rank}">
    <header>
      <h3 part="name" id="name-${rank}">${card.name}</h3>
      ${likeness(similarity, view)}
    </header>
    ${factList({ facts: factsOf(neighbour, view) })}
    <div class="long">${factList({ facts: facts.filter(isLong) })}</div>
    ${
      sentences
        ? html`<h4>${words.textsAgree}</h4>
          ${quotes([
            [own.sides.subject, sentences.subject, view.subjectLang],
            [own.sides.neighbour, sentences.neighbour, card.lang],
          ])}`
        : nothing
    }
    ${fullText(neighbour, view)}
  </article>`;
}

/** Of no word such as "good": how like two texts are says nothing of how much of one is in the other. */
const likeness = (similarity: number, { own, labels }: View): TemplateResult =>
  html`<div class="score" part="likeness">
    <span class="level">${own.likeness}</span>
    <span class="number">${labels.share(similarity)}</span>
    ${bar(similarity)}
  </div>`;

type Facts = NonNullable<Neighbour['facts']>;

/** Offices, each with what became of the application there: too much for a column. */
const isLong = ({ field }: Facts[number]): boolean => field === 'jurisdictions';

/** What the card states, after what it shares. */
const factsOf = ({ classes, facts = [] }: Neighbour, { own, labels }: View): Facts => [
  ...(classes.length > 0 ? [{ field: 'classes', label: own.classes, value: labels.list(classes) }] : []),
  ...facts.filter((fact) => !isLong(fact)),
];
