import type { Call } from '@kopru/sdk/facets';
import { html, nothing, type TemplateResult } from 'lit';
import type { Acts } from '../lib/acts.ts';
import type { ApplicationAction } from '../strings/applications/index.ts';
import { doneLine } from './act.ts';
import { stateMark } from './application-card.ts';
import type { Applied } from './desk.ts';
import { applicationTo, callsOn, isElsewhere, isLive, type Programme } from './standing.ts';
import type { View } from './view.ts';

/** What can be done with calls. */
export interface CallActions {
  /** Undefined where the host page hands over what is shown: nothing can be done. */
  readonly acts: Acts<ApplicationAction> | undefined;
  readonly onApply: (programme: Programme, call: string) => void;
}

/** Names a call among all that is shown. */
export const callKey = ({ id }: Programme, call: string): string => JSON.stringify([id, call]);

/** The calls of a programme that are open or will be, each with how the startup stands to it. */
export function callList(
  programme: Programme,
  applications: readonly Applied[],
  actions: CallActions,
  view: View,
): TemplateResult {
  const { own } = view;
  const { open, coming } = callsOn(programme, new Date().toISOString().slice(0, 10));
  return html`<div class="calls" part="calls">
    ${open.length === 0 ? html`<p class="hint">${own.noCall}</p>` : nothing}
    <ul aria-label=${own.calls}>
      ${open.map((call, i) => openCall(programme, call, i, applications, actions, view))}
      ${coming.map((call) => html`<li part="call">${named(call.name, own.firstDay, call.opensOn, view)}</li>`)}
    </ul>
    ${open.length > 0 && isElsewhere(programme) ? html`<p class="hint">${own.elsewhere}</p>` : nothing}
  </div>`;
}

function openCall(
  programme: Programme,
  { name, closesOn }: Call,
  i: number,
  applications: readonly Applied[],
  { acts, onApply }: CallActions,
  view: View,
): TemplateResult {
  const { own } = view;
  const key = callKey(programme, name);
  const application = applicationTo(applications, programme, name);
  const blocked = application && isLive(application);
  const act = acts?.of(key);
  const id = `call-${programme.rank}-${i}`;
  const button = () =>
    html`<button type="button" part="button apply" data-first aria-describedby="name-${programme.rank} ${id}" @click=${() => onApply(programme, name)}>
      ${application ? own.again : own.actions.apply}
    </button>`;
  return html`<li part="call" data-place=${key} tabindex="-1">
    ${named(name, closesOn ? own.lastDay : own.noLastDay, closesOn, view, id)}
    ${application ? stateMark(application.state, view) : nothing}
    ${
      act && acts && act.phase !== 'sent'
        ? doneLine(key, act, blocked ? own.refused.already : own.refused.closed, acts, view)
        : acts && !blocked && !isElsewhere(programme)
          ? button()
          : nothing
    }
  </li>`;
}

/** A call by its name, and a day. */
const named = (name: string, label: string, day: Call['closesOn'], { labels }: View, id?: string): TemplateResult =>
  html`<p class="call">
    <strong id=${id ?? nothing}>${name}</strong>
    <span class="hint">${label}${day ? html`: <time datetime=${day}>${labels.date(`${day}T12:00`)}</time>` : nothing}</span>
  </p>`;
