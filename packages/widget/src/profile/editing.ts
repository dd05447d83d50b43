import { isKopruError } from '@kopru/sdk';
import { checkField, checkForm, type Problems, problemsOf } from './check.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts';
import { type Field, type Form, leavesOf } from './form.ts';
import type { JsonObject } from './pointer.ts';
import { Changed, type Stored } from './store.ts';
import { changedIn, isBlank, profileOf, type Value, type Values, valuesOf } from './values.ts';

/** A profile while it is being written: what was read, what stands in the form, and what is wrong with that. */
export class Editing {
  readonly form: Form;
  /** What was read; undefined where there is no profile yet. */
  stored: Stored | undefined;
  values: Values;
  problems: Problems = {};
  /** What was written earlier and was put back, or was thrown away. */
  draft: Draft | 'discarded' | undefined;
  /** Somebody else's version, of which the reader has not said what becomes of it. */
  theirs: Stored | undefined;
  #base: Values;
  #thrownAway: Values | undefined;
  /** Under which name drafts are kept; undefined: they are not. */
  readonly #key: string | undefined;

  constructor(form: Form, stored: Stored | undefined, key?: string) {
    this.form = form;
    this.stored = stored;
    this.#base = valuesOf(this.form, stored?.profile ?? {});
    this.values = this.#base;
    this.#key = key;
    const draft = key === undefined ? undefined : readDraft(key, this.#base);
    if (!draft) return;
    this.draft = draft;
    this.values = { ...this.#base, ...draft.values };
    if (stored && draft.sequence !== stored.sequence) this.theirs = stored;
  }

  get isDirty(): boolean {
    return changedIn(this.#base, this.values).length > 0;
  }

  /** The profile with what stands in the form; what the form does not show is as it was read. */
  get profile(): JsonObject {
    return profileOf(this.form, this.values, this.stored?.profile ?? {});
  }

  /** The field that a value belongs to. */
  fieldOf(leaf: string): Field | undefined {
    return this.form.fields.find((field) => leavesOf(field).includes(leaf));
  }

  set(leaf: string, value: Value): void {
    this.values = { ...this.values, [leaf]: value };
    this.#thrownAway = undefined;
    if (this.draft === 'discarded') this.draft = undefined;
    // What was wrong is looked at again while it is mended.
    const field = this.fieldOf(leaf);
    if (field && leavesOf(field).some((part) => this.problems[part])) this.#checkField(field);
    this.#keep();
  }

  /** Adds an item to a list, once. */
  add(leaf: string, item: string): void {
    this.set(leaf, [...new Set([...((this.values[leaf] ?? []) as readonly string[]), item])]);
  }

  /** Looks at a field that is left. One that nobody has written in yet is not told to be empty. */
  leave(leaf: string): void {
    const field = this.fieldOf(leaf);
    if (!field) return;
    const isUntouched = isBlank(this.values[leaf]) && isBlank(this.#base[leaf]);
    if (!isUntouched) this.#checkField(field);
  }

  /** Looks at everything. @returns whether it can be saved. */
  check(): boolean {
    this.problems = checkForm(this.form, this.values);
    return Object.keys(this.problems).length === 0;
  }

  /** What was sent is saved. What was written since stays in the form. */
  accept(stored: Stored, sent: Values): void {
    this.#rebase(stored, sent);
    this.draft = undefined;
    this.theirs = undefined;
    this.#keep();
  }

  /** Puts what the reader has changed onto somebody else's version. */
  keepMine(): void {
    if (this.theirs) this.#rebase(this.theirs, this.#base);
    this.theirs = undefined;
    this.#keep();
  }

  takeTheirs(): void {
    if (this.theirs) this.#rebase(this.theirs, this.values);
    this.theirs = undefined;
    this.draft = undefined;
    this.problems = {};
    this.#keep();
  }

  /**
   * Takes in why the profile was not saved.
   *
   * @returns where the reader goes on: `saved` where only the answer was lost; undefined where nothing of
   *   the form is wrong.
   */
  refuse(error: unknown): 'summary' | 'conflict' | 'saved' | undefined {
    if (error instanceof Changed) {
      this.theirs = error.theirs;
      const isSame = changedIn(valuesOf(this.form, error.theirs.profile), this.values).length === 0;
      return isSame ? 'saved' : 'conflict';
    }
    if (!isKopruError(error, 'invalid_request')) return undefined;
    const { problems, others } = problemsOf(this.form, error.issues);
    this.problems = problems;
    return others ? undefined : 'summary';
  }

  discard(): void {
    this.#thrownAway = this.values;
    this.values = this.#base;
    this.problems = {};
    this.draft = 'discarded';
    this.theirs = undefined;
    this.#keep();
  }

  undoDiscard(): void {
    if (this.#thrownAway) this.values = this.#thrownAway;
    this.#thrownAway = undefined;
    this.draft = undefined;
    this.#keep();
  }

  /** @param since values of which what differs now is kept. */
  #rebase(stored: Stored, since: Values): void {
    const changed = changedIn(since, this.values).map((leaf) => [leaf, this.values[leaf] as Value] as const);
    this.stored = stored;
    this.#base = valuesOf(this.form, stored.profile);
    this.values = { ...this.#base, ...Object.fromEntries(changed) };
  }

  #checkField(field: Field): void {
    const others = Object.entries(this.problems).filter(([leaf]) => !leavesOf(field).includes(leaf));
    this.problems = { ...Object.fromEntries(others), ...checkField(field, this.values) };
  }

  #keep(): void {
    if (this.#key === undefined) return;
    if (this.isDirty) keepDraft(this.#key, this.#base, this.values, this.stored?.sequence ?? null);
    else dropDraft(this.#key);
  }
}
