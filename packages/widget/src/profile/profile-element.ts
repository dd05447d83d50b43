import type { FieldCode } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ProfileSavedEvent, ProfileSaveEvent } from '../events.ts';
import { ConnectedElement } from '../lib/connected-element.ts';
import type { Connection } from '../lib/connection.ts';
import { failureOf } from '../lib/failure.ts';
import { formStyles } from '../lib/form.styles.ts';
import { listStyles } from '../lib/list.styles.ts';
import { notice, troubleNotice } from '../lib/notice.ts';
import type { Owner } from '../lib/owner.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { allNames } from '../strings/names/index.ts';
import { profileWords } from '../strings/profile/index.ts';
import { draftKey } from './draft.ts';
import { Editing } from './editing.ts';
import { FORMS } from './forms/index.ts';
import { formSkeleton, groups } from './groups.ts';
import { valueIn } from './input.ts';
import { LIMITS } from './layout.ts';
import { LimitsPreview } from './limits-preview.ts';
import { announcement, notes, type Saving, saveBar } from './notes.ts';
import type { JsonObject } from './pointer.ts';
import { profileStyles } from './profile.styles.ts';
import { idOf, type Sheet } from './sheet.ts';
import { ProfileStore, type Stored } from './store.ts';
import type { View } from './view.ts';

/**
 * The profile of who is logged in, to be made and changed: a startup or the mandate of an investor, as the
 * token says. What is written and not saved is kept in the browser, without contact details.
 *
 * @tag kopru-profile
 * @event kopru-retry - the reader asks for the profile again
 * @event kopru-token - a viewer token is needed: answer it with `respondWith`
 * @event kopru-profile-save - the reader saves; can be prevented
 * @event kopru-profile-saved - the profile was saved
 * @csspart heading - what the form is about
 * @csspart group - fields that belong together
 * @csspart group-heading - their heading
 * @csspart row - a field with its name and hints
 * @csspart field - an input, a select or a text area
 * @csspart check - a box to tick with its text
 * @csspart chosen - the sectors that were chosen
 * @csspart chip - one of them
 * @csspart eligible - how many meet all limits
 * @csspart cost - how many more would without a limit
 * @csspart problem - what is wrong with a field
 * @csspart summary - what is wrong with the form
 * @csspart link - a way to a field in it
 * @csspart note - a draft was put back, or thrown away
 * @csspart conflict - somebody else has changed the profile
 * @csspart actions - what the reader can do
 * @csspart button - a button; also `save`
 * @csspart saved - it was saved
 * @csspart notice - what stands in place of the form
 * @csspart retry - the button that asks again
 * @cssproperty --kopru-accent - colour of buttons, links and focus
 * @cssproperty --kopru-on-accent - text of a filled button
 * @cssproperty --kopru-surface - ground of the form
 * @cssproperty --kopru-text - its text
 * @cssproperty --kopru-muted - hints, and borders of fields
 * @cssproperty --kopru-line - other borders
 * @cssproperty --kopru-tint - ground of notes and of what was chosen
 * @cssproperty --kopru-wrong - what is wrong
 * @cssproperty --kopru-radius - rounding of corners
 */
export class ProfileElement extends ConnectedElement {
  static override styles = [tokens, listStyles, formStyles, profileStyles];
  static override properties = {
    kind: {},
    profile: { attribute: false },
    saving: { state: true },
    added: { state: true },
    opened: { state: true },
  };

  /** `startup` or `investor`, for a form without `api` and `key`, whose page listens to `kopru-profile-save`. @default '' */
  declare kind: Kind | '';
  /** What that form shows at first. @default null */
  declare profile: Readonly<Record<string, unknown>> | null;
  /** @internal */
  declare private saving: Saving;
  /** @internal */
  declare private added: ReadonlyMap<string, readonly string[]>;
  /** @internal */
  declare private opened: ReadonlyMap<string, FieldCode | ''>;

  #owner: Owner | undefined;
  #store: ProfileStore | undefined;
  #editing: Editing | undefined;
  readonly #limits = new LimitsPreview(this);

  constructor() {
    super();
    this.kind = '';
    this.profile = null;
    this.forget();
  }

  /** Registers the element. Twice is no error. */
  static define(tag = 'kopru-profile', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, ProfileElement);
  }

  /** @internal */
  protected override get parts() {
    return [profileWords, allNames];
  }

  /** @internal */
  protected override get view(): View {
    return { ...super.view, own: this.wordsOf(profileWords), kind: this.#editing?.form.kind };
  }

  /** @internal */
  protected override get filled(): boolean {
    return this.#editing !== undefined;
  }

  /** @internal */
  protected override forget(): void {
    this.#owner = undefined;
    this.#store = undefined;
    this.#editing = undefined;
    this.#limits.clear();
    this.saving = 'no';
    this.added = new Map();
    this.opened = new Map();
  }

  /** @internal */
  protected override async load(connection: Connection, signal: AbortSignal): Promise<void> {
    // What is being written is not read over.
    if (!this.#editing) {
      const store = new ProfileStore(this, connection);
      const { owner, stored } = await store.read(signal);
      const { FORM } = await FORMS[owner.kind].load();
      if (signal.aborted) return;
      this.#owner = owner;
      this.#store = store;
      this.#editing = new Editing(FORM, stored, draftKey(this.api, owner));
    }
    this.state = 'ready';
    this.#count();
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // With the API the token says whose profile it is.
    const isGiven = !(this.api && this.key) && this.kind !== '';
    if (!isGiven || !(changed.has('kind') || changed.has('profile'))) return;
    const form = FORMS[this.kind as Kind];
    if (!form.ready) {
      this.#await(form);
      return;
    }
    const profile = this.profile as JsonObject | null;
    this.#editing = new Editing(form.ready.FORM, profile ? { profile, sequence: 0 } : undefined);
    this.state = 'ready';
  }

  /** Shows the profile that the page gave once the form of its kind is there. */
  #await(form: (typeof FORMS)[Kind]): void {
    this.state = 'loading';
    form.load().then(
      () => this.requestUpdate('kind'),
      () => {
        this.state = 'error';
      },
    );
  }

  /** @internal */
  protected override content(): TemplateResult {
    const { view, state } = this;
    return html`<div class="root" lang=${view.locale} aria-busy=${state === 'loading'}>
      <p class="sr" role="status">${this.said || announcement(state, this.error, view)}</p>
      ${this.#shown(view)}
    </div>`;
  }

  #shown(view: View): TemplateResult {
    switch (this.state) {
      case 'loading':
        return formSkeleton;
      case 'idle':
      case 'ready':
      case 'empty':
        return this.#editing ? this.#form(this.#editing, view) : notice(view.own.idle);
      default:
        return troubleNotice(this.failureIn(this.state), view.own.error, this.error, view, this.retry);
    }
  }

  #form(editing: Editing, view: View): TemplateResult {
    const { form, stored, isDirty } = editing;
    const heading = (stored ? view.own.edit : view.own.create)[form.kind];
    const acts = { go: this.#go, onMine: this.#keepMine, onChange: this.#decide };
    return html`<h2 part="heading" id="heading" data-place="heading" tabindex="-1">${heading}</h2>
      <form novalidate aria-labelledby="heading" @submit=${this.#submit} @input=${this.#input} @focusout=${this.#left}>
        ${notes(editing, acts, view)} ${groups(form, this.#sheet(editing, view))} ${saveBar(this.saving, isDirty, view)}
      </form>`;
  }

  #sheet({ values, problems, form }: Editing, view: View): Sheet {
    const { costs, eligible } = this.#limits;
    const counted = this.#store ? LIMITS[form.kind] : [];
    return {
      ...{ view, values, problems, counted, costs, eligible },
      added: (path) => this.added.get(path) ?? [],
      opened: (path) => this.opened.get(path) ?? '',
      onSet: (path, value) => this.#change(() => this.#editing?.set(path, value)),
      onAdd: (path, code, name) => {
        this.added = new Map(this.added).set(path, [...(this.added.get(path) ?? []), code]);
        this.#change(() => this.#editing?.add(path, code));
        this.said = name;
      },
      onOpen: (path, code) => {
        this.opened = new Map(this.opened).set(path, code);
      },
    };
  }

  /** Changes the form, and what follows from it. */
  #change(what: () => void): void {
    what();
    if (typeof this.saving === 'object' || this.saving === 'saved') this.saving = 'no';
    this.said = '';
    this.#count();
    this.requestUpdate();
  }

  #input = ({ target }: Event): void => {
    const control = target as HTMLInputElement;
    const editing = this.#editing;
    if (control.name && editing)
      this.#change(() => editing.set(control.name, valueIn(control, editing.values[control.name])));
  };

  #left = ({ target }: Event): void => {
    const { name } = target as HTMLInputElement;
    if (!name) return;
    this.#editing?.leave(name);
    this.requestUpdate();
  };

  #count(): void {
    if (this.#store && this.#editing) this.#limits.watch(this.#store, this.#editing);
  }

  /** Goes to a place of the form. */
  #go = (leaf: string): void => {
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(idOf(leaf))}`)?.focus();
  };

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#save();
  };

  /** Does what a note offers. What had the focus may go with it: the reader goes on at the top. */
  #decide = (what: () => void): void => {
    this.#change(what);
    void this.#show('heading');
  };

  #keepMine = (): void => {
    this.#change(() => this.#editing?.keepMine());
    void this.#show('save');
    void this.#save();
  };

  async #save(): Promise<void> {
    const editing = this.#editing;
    if (!editing || this.saving === 'sending') return;
    if (!editing.check()) return this.#show('summary');
    if (editing.theirs) return this.#show('conflict');
    const { values, profile, stored } = editing;
    const detail = { kind: editing.form.kind, id: this.#owner?.id ?? '', profile };
    if (!this.dispatchEvent(new ProfileSaveEvent(detail))) return;
    this.saving = 'sending';
    try {
      const saved =
        this.#store && this.#owner ? await this.#store.save(this.#owner, stored, profile) : { profile, sequence: 0 };
      if (editing === this.#editing) this.#saved(editing, saved, values);
    } catch (error) {
      if (editing === this.#editing) this.#refused(editing, error);
    }
  }

  #saved(editing: Editing, saved: Stored, sent: Editing['values']): void {
    editing.accept(saved, sent);
    this.saving = 'saved';
    this.said = this.view.own.saved;
    const { profile } = saved;
    this.dispatchEvent(new ProfileSavedEvent({ kind: editing.form.kind, id: this.#owner?.id ?? '', profile }));
  }

  #refused(editing: Editing, error: unknown): void {
    const place = editing.refuse(error);
    if (place === 'saved') {
      this.#saved(editing, editing.theirs as Stored, editing.values);
      return;
    }
    this.saving = place ? 'no' : failureOf(error, navigator.onLine);
    if (place) void this.#show(place);
    // The reader is told what to do, whoever builds the page what is wrong.
    else console.error(error);
  }

  /** Shows a note, and goes there. */
  async #show(place: 'summary' | 'conflict' | 'heading' | 'save'): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.focusIn(place, place === 'save' ? 'first' : 'place');
  }
}
