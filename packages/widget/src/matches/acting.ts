import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PassReason } from '../events.ts';
import { actLine } from '../lib/act-line.ts';
import { Acts } from '../lib/acts.ts';
import { type CardForm, messageForm, reasonForm } from '../lib/ask-form.ts';
import type { MatchAction } from '../strings/index.ts';
import type { Match } from './actions.ts';
import { keyOf } from './card.ts';
import { deedsOn } from './deeds.ts';
import type { Feed } from './feed.ts';
import type { View } from './view.ts';

export { formStyles } from '../lib/form.styles.ts';

/** The list that is acted on. */
export interface Listed {
  readonly feed: Feed;
  /** Is called when the API has what was done, with what that makes of the match. */
  readonly onSent: (id: string, after: (match: Match) => Match) => void;
}

/** What a reader does with matches: forms, acts, and what is said of them. It is loaded when the first one is begun. */
export class Acting {
  readonly #host: HTMLElement & ReactiveControllerHost & { readonly undoSeconds: number };
  readonly #acts: Acts<MatchAction>;
  readonly #onDone: (action: MatchAction) => void;
  /** The form of each card that is open, or was last. */
  readonly #forms = new Map<string, CardForm<MatchAction>>();

  /** @param onDone is called when something is done as far as the reader can see. */
  constructor(
    host: HTMLElement & ReactiveControllerHost & { readonly undoSeconds: number },
    onDone: (action: MatchAction) => void,
  ) {
    this.#host = host;
    this.#acts = new Acts(host);
    this.#onDone = onDone;
  }

  /** Does it, or opens the form that it needs. */
  begin(match: Match, action: MatchAction, listed: Listed): void {
    if (action === 'save') this.#deeds(listed).onSave(match);
    else if (action === 'restore') this.#deeds(listed).onRestore(match);
    else this.#setForm(keyOf(match), { action, open: true });
  }

  /** What stands in place of the buttons of a match; undefined where they stand. */
  shown(match: Match, listed: Listed, view: View): TemplateResult | undefined {
    const { words, more } = view;
    const id = keyOf(match);
    const act = this.#acts.of(id);
    // What was sent stands on the card.
    if (act && act.phase !== 'sent') return actLine(id, act, words.done[act.name], this.#acts, view);
    const form = this.#forms.get(id);
    if (!form?.open || !more) return undefined;
    const { onPass, onRequest } = this.#deeds(listed);
    const name = String(match.rank);
    const onCancel = () => this.#setForm(id, { ...form, open: false });
    if (form.action === 'request')
      return messageForm(
        {
          ...{ name, label: more.message, hint: more.messageHint, submitLabel: more.send, onCancel },
          onSubmit: (message) => onRequest(match, message),
        },
        view,
      );
    return reasonForm<PassReason>(
      {
        ...{ name, label: words.reason, hint: more.passHint, submitLabel: words.actions.pass, onCancel },
        ...{ reasons: words.passReasons, onSubmit: (reason) => onPass(match, reason) },
      },
      view,
    );
  }

  /** Of which action the form of a card was last. */
  last(id: string): MatchAction | undefined {
    return this.#forms.get(id)?.action;
  }

  /** What is being done with a match, until the API has it. */
  doing(id: string): MatchAction | undefined {
    const act = this.#acts.of(id);
    return act?.phase === 'held' || act?.phase === 'sending' ? act.name : undefined;
  }

  /** Forgets all; what was not sent is. */
  clear(): void {
    this.#acts.clear();
    this.#forms.clear();
  }

  #deeds({ feed, onSent }: Listed) {
    const onDone = (id: string, action: MatchAction) => {
      this.#setForm(id, { action, open: false });
      this.#onDone(action);
    };
    return deedsOn(this.#host, this.#acts, feed, onDone, onSent);
  }

  #setForm(id: string, form: CardForm<MatchAction>): void {
    this.#forms.set(id, form);
    this.#host.requestUpdate();
  }
}
