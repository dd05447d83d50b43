import { html, type TemplateResult } from 'lit';
import type { View } from './view.ts';

/** The form of a card that is open, or was last. */
export interface CardForm<N extends string> {
  readonly action: N;
  readonly open: boolean;
}

interface FormOptions {
  /** Tells the form from those of other cards; without spaces. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submitLabel: string;
  readonly onCancel: () => void;
}

/** A form inside a card. Escape leaves it. */
function form(
  { name, label, hint, submitLabel, onCancel }: FormOptions,
  field: TemplateResult | undefined,
  onSubmit: (form: HTMLFormElement) => void,
  view: View,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit(event.currentTarget as HTMLFormElement);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  return html`<form part="form" @submit=${submit} @keydown=${leave}>
    ${field && html`<label><span>${label}</span>${field}</label>`}
    <p class="hint" id="hint-${name}">${hint}</p>
    <div class="buttons">
      <button type="submit" part="button" ?data-first=${!field} aria-describedby="hint-${name}">${submitLabel}</button>
      <button type="button" part="button" class="quiet" @click=${onCancel}>${view.words.cancel}</button>
    </div>
  </form>`;
}

/** Asks for a reason, which may be left out. */
export const reasonForm = <R extends string>(
  options: FormOptions & {
    readonly reasons: Readonly<Record<R, string>>;
    readonly onSubmit: (reason: R | undefined) => void;
  },
  view: View,
): TemplateResult =>
  form(
    options,
    html`<select name="reason" part="field" data-first aria-describedby="hint-${options.name}">
      <option value="">${view.words.noReason}</option>
      ${Object.entries<string>(options.reasons).map(([reason, text]) => html`<option value=${reason}>${text}</option>`)}
    </select>`,
    (filled) => options.onSubmit((new FormData(filled).get('reason') as R | '') || undefined),
    view,
  );

/** Longest message of a request, in UTF-16 code units. */
const LONGEST_MESSAGE = 2000;

/** Asks whether it is meant. */
export const confirmForm = (
  options: Omit<FormOptions, 'label'> & { readonly onSubmit: () => void },
  view: View,
): TemplateResult => form({ ...options, label: '' }, undefined, options.onSubmit, view);

/** Asks for a message, which must say something. */
export const messageForm = (
  options: FormOptions & { readonly onSubmit: (message: string) => void },
  view: View,
): TemplateResult =>
  form(
    options,
    html`<textarea name="message" part="field" rows="4" maxlength=${LONGEST_MESSAGE} required data-first aria-describedby="hint-${options.name}"></textarea>`,
    (filled) => {
      const field = filled.elements.namedItem('message') as HTMLTextAreaElement;
      const message = field.value.trim();
      if (/[\p{L}\p{N}]/u.test(message)) return options.onSubmit(message);
      // Spaces and signs say nothing: the browser tells that the field is to be filled in.
      field.value = '';
      field.reportValidity();
    },
    view,
  );
