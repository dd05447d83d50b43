import type { MatchList } from '@kopru/sdk/schema';
import { html, type TemplateResult } from 'lit';
import type { PassReason } from '../events.ts';
import { actLine } from '../lib/act-line.ts';
import type { Acts } from '../lib/acts.ts';
import { type CardForm, messageForm, reasonForm } from '../lib/ask-form.ts';
import type { View } from '../lib/view.ts';
import type { MatchAction } from '../strings/index.ts';

export type Match = MatchList['matches'][number];

export interface MatchActions {
  readonly acts: Acts<MatchAction>;
  /** Who is in touch with the reader, by id of a card. */
  readonly inTouch: ReadonlySet<string>;
  readonly form: (id: string) => CardForm<MatchAction> | undefined;
  readonly onForm: (id: string, form: CardForm<MatchAction>) => void;
  readonly onSave: (match: Match) => void;
  readonly onPass: (match: Match, reason: PassReason | undefined) => void;
  readonly onRequest: (match: Match, message: string) => void;
}

/** What a reader can do with a match, does, or has done. */
export function matchActions(match: Match, id: string, actions: MatchActions, view: View): TemplateResult {
  const { acts, onForm } = actions;
  const { words } = view;
  const act = acts.of(id);
  if (act) return actLine(id, act, words.done[act.name], acts, view);
  const form = actions.form(id);
  if (form?.open) {
    const name = String(match.rank);
    const onCancel = () => onForm(id, { ...form, open: false });
    if (form.action === 'request')
      return messageForm(
        {
          ...{ name, label: words.message, hint: words.messageHint, submitLabel: words.send, onCancel },
          onSubmit: (message) => actions.onRequest(match, message),
        },
        view,
      );
    return reasonForm<PassReason>(
      {
        ...{ name, label: words.reason, hint: words.passHint, submitLabel: words.actions.pass, onCancel },
        ...{ reasons: words.passReasons, onSubmit: (reason) => actions.onPass(match, reason) },
      },
      view,
    );
  }
  // Who closes a form goes on at the button that opened it.
  const isInTouch = actions.inTouch.has(id);
  const first = form?.action ?? (isInTouch ? 'save' : 'request');
  const button = (action: MatchAction, kind: string, onClick: () => void) =>
    html`<button type="button" part="button ${action}" class=${kind} ?data-first=${action === first} aria-describedby="name-${match.rank}" @click=${onClick}>
      ${words.actions[action]}
    </button>`;
  return html`<div class="buttons" part="actions">
    ${isInTouch ? html`<p class="touch">${words.inTouch}</p>` : button('request', '', () => onForm(id, { action: 'request', open: true }))}
    ${button('save', 'quiet', () => actions.onSave(match))}
    ${button('pass', 'quiet', () => onForm(id, { action: 'pass', open: true }))}
  </div>`;
}
