import type { IntroductionView } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeclineReason } from '../events.ts';
import { actLine } from '../lib/act-line.ts';
import type { Acts } from '../lib/acts.ts';
import { type CardForm, confirmForm, reasonForm } from '../lib/ask-form.ts';
import type { Failure } from '../lib/failure.ts';
import { failureText } from '../lib/notice.ts';
import type { Box, IntroductionAction } from '../strings/introductions/index.ts';
import { otherOf, stateOf } from './card.ts';
import { type Contact, contactBlock } from './contact.ts';
import type { View } from './view.ts';

/** The contact of the other side: not asked for yet, on its way, not to be had, or there. */
export type Reveal = 'loading' | { readonly failure: Failure } | { readonly contact: Contact | undefined };

export interface IntroductionActions {
  readonly acts: Acts<IntroductionAction>;
  readonly form: (id: string) => CardForm<IntroductionAction> | undefined;
  readonly reveal: (id: string) => Reveal | undefined;
  readonly onForm: (id: string, form: CardForm<IntroductionAction>) => void;
  readonly onAct: (introduction: IntroductionView, action: IntroductionAction, reason?: DeclineReason) => void;
  readonly onReveal: (introduction: IntroductionView, box: Box) => void;
}

/** What a reader can do with an introduction, does, or has done; and the contacts once it is accepted. */
export function introductionActions(
  introduction: IntroductionView,
  box: Box,
  actions: IntroductionActions,
  view: View,
): TemplateResult | typeof nothing {
  const { acts } = actions;
  const { id } = introduction;
  const act = acts.of(id);
  const isAccepted = stateOf(introduction) === 'accepted' && (!act || act.phase === 'sent');
  if (isAccepted) return contacts(introduction, box, actions, view);
  if (act) return actLine(id, act, view.own.done[act.name], acts, view);
  if (stateOf(introduction) !== 'requested') return nothing;
  const form = actions.form(id);
  if (form?.open) return openForm(introduction, form, actions, view);
  return buttons(introduction, box, actions, view);
}

function buttons(
  introduction: IntroductionView,
  box: Box,
  { form, onForm, onAct }: IntroductionActions,
  { own }: View,
): TemplateResult {
  const { id } = introduction;
  const offered: readonly IntroductionAction[] = box === 'received' ? ['accept', 'decline', 'block'] : ['withdraw'];
  const first = form(id)?.action ?? offered[0];
  const click = (action: IntroductionAction) =>
    action === 'decline' || action === 'block' ? onForm(id, { action, open: true }) : onAct(introduction, action);
  return html`<div class="buttons" part="actions">
    ${offered.map(
      (action) =>
        html`<button type="button" part="button ${action}" class=${action === 'accept' ? '' : 'quiet'} ?data-first=${action === first} aria-describedby="name-${id}" @click=${() => click(action)}>
          ${own.actions[action]}
        </button>`,
    )}
  </div>`;
}

function openForm(
  introduction: IntroductionView,
  form: CardForm<IntroductionAction>,
  { onForm, onAct }: IntroductionActions,
  view: View,
): TemplateResult {
  const { own, words } = view;
  const name = introduction.id;
  const onCancel = () => onForm(name, { ...form, open: false });
  if (form.action === 'block')
    return confirmForm(
      {
        name,
        hint: own.blockHint,
        submitLabel: own.actions.block,
        onCancel,
        onSubmit: () => onAct(introduction, 'block'),
      },
      view,
    );
  return reasonForm<DeclineReason>(
    {
      ...{ name, label: words.reason, hint: own.declineHint, submitLabel: own.actions.decline, onCancel },
      ...{ reasons: own.declineReasons, onSubmit: (reason) => onAct(introduction, 'decline', reason) },
    },
    view,
  );
}

function contacts(
  introduction: IntroductionView,
  box: Box,
  { reveal, onReveal }: IntroductionActions,
  view: View,
): TemplateResult {
  const shown = reveal(introduction.id);
  if (typeof shown === 'object' && 'contact' in shown) return contactBlock(shown.contact, view);
  const { own } = view;
  return html`${typeof shown === 'object' ? html`<p class="wrong" role="alert">${failureText(shown.failure, view)}</p>` : nothing}
    <div class="buttons" part="actions">
      <button type="button" part="button contacts" class="quiet" data-first aria-disabled=${shown === 'loading'} aria-describedby="name-${introduction.id}" @click=${() => onReveal(introduction, box)}>
        ${own.showContacts}
      </button>
    </div>`;
}

/** The contact of the other side in an introduction that was read with contacts. */
export const contactIn = (introduction: IntroductionView, box: Box): Contact | undefined =>
  otherOf(introduction, box).contact;
