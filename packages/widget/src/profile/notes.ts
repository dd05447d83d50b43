import { html, nothing, type TemplateResult } from 'lit';
import type { ElementState } from '../lib/connected-element.ts';
import type { Failure } from '../lib/failure.ts';
import { failureText } from '../lib/notice.ts';
import type { Problems } from './check.ts';
import type { Editing } from './editing.ts';
import { type Form, leavesOf } from './form.ts';
import { fieldsIn, GROUPS } from './layout.ts';
import { fullName, problemText } from './names.ts';
import { idOf } from './sheet.ts';
import type { View } from './view.ts';

interface NoteActs {
  /** Goes to a place of the form. */
  readonly go: (leaf: string) => void;
  readonly onMine: () => void;
  /** Changes the form, after which the note is gone. */
  readonly onChange: (what: () => void) => void;
}

/** What stands above a form: that somebody else has changed it, that a draft was put back, what is wrong. */
export function notes(editing: Editing, { go, onMine, onChange }: NoteActs, view: View): TemplateResult {
  const { form, problems, draft, theirs } = editing;
  return html`${theirs ? conflictNote(view, onMine, () => onChange(() => editing.takeTheirs())) : nothing}
    ${draft && !theirs ? draftNote(draft, view, () => onChange(() => (draft === 'discarded' ? editing.undoDiscard() : editing.discard()))) : nothing}
    ${Object.keys(problems).length > 0 ? summary(form, problems, go, view) : nothing}`;
}

/** What is wrong with the form, in its order, with a way to each place. */
function summary(form: Form, problems: Problems, go: (leaf: string) => void, view: View): TemplateResult {
  const found = GROUPS.flatMap((group) => fieldsIn(form, group)).flatMap((field) =>
    leavesOf(field).flatMap((leaf) => {
      const problem = problems[leaf];
      return problem ? [{ leaf, text: `${fullName(field, leaf, view)}. ${problemText(problem, view)}` }] : [];
    }),
  );
  const follow = (event: Event, leaf: string) => {
    event.preventDefault();
    go(leaf);
  };
  return html`<div class="note alert" part="summary" data-place="summary" tabindex="-1" role="group" aria-labelledby="summary">
    <h3 id="summary">${view.own.summary(found.length)}</h3>
    <ul>
      ${found.map(({ leaf, text }) => html`<li><a part="link" href="#${idOf(leaf)}" @click=${(event: Event) => follow(event, leaf)}>${text}</a></li>`)}
    </ul>
  </div>`;
}

/** What was written earlier is back, or was thrown away and can be had back. */
function draftNote(draft: { readonly at: string } | 'discarded', view: View, onPress: () => void): TemplateResult {
  const { own, words, labels } = view;
  const isGone = draft === 'discarded';
  return html`<div class="note" part="note" data-place="draft" tabindex="-1">
    <p>${isGone ? own.discarded : own.restored(labels.date(draft.at))}</p>
    <button type="button" part="button" class="quiet" data-first @click=${onPress}>${isGone ? words.undo : own.discard}</button>
  </div>`;
}

/** Somebody else has changed the profile: both can be had. */
const conflictNote = ({ own }: View, onMine: () => void, onTheirs: () => void): TemplateResult =>
  html`<div class="note alert" part="conflict" data-place="conflict" tabindex="-1" role="group" aria-labelledby="conflict">
    <h3 id="conflict">${own.conflict.title}</h3>
    <p>${own.conflict.hint}</p>
    <div class="buttons">
      <button type="button" part="button" data-first @click=${onMine}>${own.mine}</button>
      <button type="button" part="button" class="quiet" @click=${onTheirs}>${own.theirs}</button>
    </div>
  </div>`;

/** How the saving stands: not begun, under way, done, or why not. */
export type Saving = 'no' | 'sending' | 'saved' | Failure;

/** The button that saves, and what came of it. */
export function saveBar(saving: Saving, isDirty: boolean, view: View): TemplateResult {
  const { own } = view;
  return html`<div class="bar" part="actions" data-place="save" tabindex="-1">
    <button type="submit" part="button save" aria-disabled=${saving === 'sending'} data-first>
      ${saving === 'sending' ? own.saving : own.save}
    </button>
    ${saving === 'saved' && !isDirty ? html`<p class="saved" part="saved"><span aria-hidden="true">✓</span> ${own.saved}</p>` : nothing}
    ${typeof saving === 'object' ? html`<p class="wrong" role="alert">${notSaved(saving, view)}</p>` : nothing}
    ${isDirty && typeof saving !== 'object' ? html`<p class="hint">${own.keptHint}</p>` : nothing}
  </div>`;
}

const notSaved = (failure: Failure, view: View): TemplateResult =>
  failure.state === 'offline'
    ? html`${view.own.notSaved} ${view.words.offline.title}. ${view.own.offlineHint}`
    : html`${view.own.notSaved} ${failureText(failure, view)}`;

/** What a screen reader hears when the state changes. */
export function announcement(state: ElementState, error: string, { own, words }: View): string {
  if (state === 'loading') return own.loading;
  if (state === 'error') return `${own.error.title}. ${error}`;
  return state === 'idle' || state === 'ready' || state === 'empty' ? '' : words[state].title;
}
