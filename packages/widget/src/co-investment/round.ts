import type { CoInvestment } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../lib/keyed.ts';
import { keyOf, matchCard } from '../matches/card.ts';
import { type Stretch, stretchesOf, strip } from './strip.ts';
import type { View } from './view.ts';

type Part = CoInvestment['investments'][number];
type Sum = CoInvestment['raise'];

/** A round: what of it is covered, what stops the rest, and who puts in how much. */
export function roundView(round: CoInvestment, view: View): TemplateResult {
  const { raise, investments } = round;
  const stretches = stretchesOf(
    investments.map(({ amount }) => amount.amount),
    raise.amount,
  );
  return html`<section aria-labelledby="round">
    <h2 id="round" part="heading">${view.own.title}</h2>
    ${summary(round, view)} ${strip(stretches, 'whole')} ${figures(round, view)}
    <ol class="cards">
      ${investments.map((part, i) =>
        keyed(keyOf(part.match), html`<li>${investor(part, i + 1, stretches[i] as Stretch, view)}</li>`),
      )}
    </ol>
  </section>`;
}

/** The sentences of the round: those of a rule that stops it stand out, whoever could not be counted comes last. */
function summary({ summary, gap }: CoInvestment, { own, labels }: View): TemplateResult {
  return html`<div class="summary" part="summary">
    ${summary.map(({ key, text }) => {
      if (key === 'round.stopped') return html`<p class="stop" part="stop"><strong>${own.stop}</strong> ${text}</p>`;
      return html`<p class=${key === 'round.unstated' ? 'hint' : nothing}>${text}</p>`;
    })}
    ${gap > 0 ? html`<p class="hint">${own.better(labels.share(gap))}</p>` : nothing}
  </div>`;
}

/** What the bar of the whole round shows, in words. */
function figures({ raise, open, investments, score }: CoInvestment, { own, labels }: View): TemplateResult {
  const covered = { ...raise, amount: raise.amount - open.amount };
  const sum = (of: Sum) => `${labels.money(of)} · ${labels.share(of.amount / raise.amount)}`;
  const figure = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts" part="facts">
    ${figure(own.covered, sum(covered))} ${open.amount > 0 ? figure(own.open, sum(open)) : nothing}
    ${investments.length > 0 ? figure(own.mean, labels.number(score, 1)) : nothing}
  </dl>`;
}

/** An investor: who, how much of the round and where in it, whether it leads, why this amount, and the match folded. */
function investor({ match, amount, leads, messages }: Part, place: number, at: Stretch, view: View): TemplateResult {
  const { own, labels } = view;
  return html`<article class="card investor" part="investor" aria-labelledby="investor-${place}">
    <header>
      ${leads ? html`<p class="marks"><span part="mark lead">${own.lead}</span></p>` : nothing}
      <div class="who">
        <h3 part="name" id="investor-${place}">${match.card.name}</h3>
        <p class="hint" part="place">${placeOf(match)}</p>
      </div>
      <p class="amount" part="amount"><strong>${labels.money(amount)}</strong> <span>${labels.share(at.share)}</span></p>
    </header>
    ${strip([at], 'stretch')}
    ${messages.filter(isWhy).map(({ text }) => text && html`<p part="why">${text}</p>`)}
    <details part="match">
      <summary>${own.card}</summary>
      ${matchCard({ ...match, rank: place }, 'startup', view, false, nothing)}
    </details>
  </article>`;
}

/** Its country and its hub, which names its own. */
function placeOf({ facts = [] }: Part['match']): string {
  const [country = '', hub = ''] = ['country', 'hub'].map((name) => facts.find(({ field }) => field === name)?.value);
  return [hub.includes(country) ? '' : country, hub].filter(Boolean).join(' · ');
}

/** That it leads or joins, and with how much, stands at its name. */
const isWhy = ({ key }: Part['messages'][number]): boolean => key !== 'round.leads' && key !== 'round.joins';
