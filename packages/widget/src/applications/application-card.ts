import type { Application, ApplicationState } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { Acts } from '../lib/acts.ts';
import { confirmForm } from '../lib/ask-form.ts';
import type { Failure } from '../lib/failure.ts';
import { failureText } from '../lib/notice.ts';
import type { ApplicationAction } from '../strings/applications/index.ts';
import { doneLine } from './act.ts';
import type { Applied } from './desk.ts';
import { isLive, mayWithdraw } from './standing.ts';
import type { View } from './view.ts';

/** What can be done with an application. */
export interface ApplicationActions {
  /** Undefined where the host page hands over what is shown: nothing can be done. */
  readonly acts: Acts<ApplicationAction> | undefined;
  /** Which application the reader is asked about. */
  readonly asking: string;
  /** Why its history did not come. */
  readonly missing: (id: string) => Failure | undefined;
  readonly onAsk: (id: string) => void;
  readonly onWithdraw: (application: Application) => void;
  readonly onUnfold: (id: string) => void;
}

/** An application: to what, how it stands, since when, what it was before, and the way out. */
export function applicationCard(application: Applied, actions: ApplicationActions, view: View): TemplateResult {
  const { own, labels } = view;
  const { id, programmeName, call, state, stage, createdAt, updatedAt } = application;
  const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<article class="card" part="card" data-place=${id} tabindex="-1" aria-labelledby="name-${id}">
    <header>
      <h3 part="name" id="name-${id}">${programmeName ?? own.hidden}</h3>
      ${stateMark(state, view)}
    </header>
    <dl class="facts" part="facts">
      ${fact(own.facts.call, call)} ${stage === null ? nothing : fact(own.facts.stage, stage)}
      ${fact(own.facts.applied, day(createdAt, labels))}
      ${updatedAt === createdAt ? nothing : fact(own.facts.changed, day(updatedAt, labels))}
    </dl>
    ${history(application, actions, view)} ${wayOut(application, actions, view)}
  </article>`;
}

/** How an application stands. A state that a newer API may know stands under its own name. */
export const stateMark = (state: ApplicationState, { own }: View): TemplateResult =>
  html`<p class="state ${isLive({ state }) ? 'live' : ''}" part="state">${nameOf(state, own)}</p>`;

const nameOf = (state: ApplicationState, { states }: View['own']): string =>
  Object.hasOwn(states, state) ? states[state] : state;

const day = (time: string, labels: View['labels']): TemplateResult =>
  html`<time datetime=${time}>${labels.date(time)}</time>`;

/** What it was at each time, folded; read when it is unfolded. */
function history(
  { id, moves }: Applied,
  { acts, missing, onUnfold }: ApplicationActions,
  { own, words, labels, ...view }: View,
): TemplateResult | typeof nothing {
  if (!moves && !acts) return nothing;
  const failure = missing(id);
  const unfold = ({ currentTarget }: Event) => (currentTarget as HTMLDetailsElement).open && onUnfold(id);
  return html`<details part="history" data-place="history-${id}" aria-busy=${!moves && !failure} @toggle=${unfold}>
    <summary>${own.history}</summary>
    ${
      moves
        ? html`<ol class="moves" part="moves">
            ${moves.map(({ at, state, stage }) => html`<li>${day(at, labels)} <span>${[nameOf(state, own), stage].filter(Boolean).join(' · ')}</span></li>`)}
          </ol>`
        : failure
          ? html`<p class="wrong" role="alert">${failureText(failure, { ...view, words, labels })}</p>
              <button type="button" part="retry" class="quiet" @click=${() => onUnfold(id)}>${words.retry}</button>`
          : nothing
    }
  </details>`;
}

/** The way out of it, asked for twice, and how it went. */
function wayOut(application: Applied, actions: ApplicationActions, view: View): TemplateResult | typeof nothing {
  const { acts, asking, onAsk, onWithdraw } = actions;
  const { own } = view;
  const { id, state } = application;
  const act = acts?.of(id);
  if (acts && act && act.phase !== 'sent') return doneLine(id, act, own.refused.moved, acts, view);
  if (!acts || !mayWithdraw(application)) return nothing;
  if (asking === id)
    return confirmForm(
      {
        name: id,
        hint: state === 'admitted' ? own.withdrawHint.admitted : own.withdrawHint.applied,
        submitLabel: own.actions.withdraw,
        onCancel: () => onAsk(''),
        onSubmit: () => onWithdraw(application),
      },
      view,
    );
  return html`<div class="buttons" part="actions">
    <button type="button" part="button withdraw" class="quiet" data-first aria-describedby="name-${id}" @click=${() => onAsk(id)}>
      ${own.actions.withdraw}
    </button>
  </div>`;
}
