import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AllNames } from '../strings/names/index.ts';
import type { Sought } from '../strings/search/words.ts';
import { narrowing } from './options.ts';
import { LONGEST, type Problem } from './query.ts';
import type { View } from './view.ts';

const KINDS = ['investor', 'startup'] as const satisfies readonly Sought[];

interface FormOptions {
  /** What is sought. */
  readonly seeks: Sought;
  /** Length of the text, in UTF-16 code units. */
  readonly length: number;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  /** What all codes are called; undefined while they are not asked for, or not there. */
  readonly codes: AllNames | undefined;
  readonly onSeek: (kind: Sought) => void;
  readonly onInput: (text: string) => void;
  readonly onNarrow: (isOpen: boolean) => void;
  readonly onSubmit: (form: HTMLFormElement) => void;
}

/** What a visitor is asked for. */
export function searchForm(options: FormOptions, view: View): TemplateResult {
  const { seeks, isBusy, codes, onSeek, onNarrow } = options;
  const { own } = view;
  return html`<form part="form" novalidate @submit=${submitted(options)} @keydown=${submitsByKey}>
    <fieldset part="seeks">
      <legend part="label">${own.seek}</legend>
      <div class="kinds">
        ${KINDS.map(
          (kind) => html`<label class="kind" part="kind">
            <input type="radio" name="kind" value=${kind} .checked=${live(kind === seeks)} @change=${() => onSeek(kind)} />
            <span>${own.kinds[kind]}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    ${textField(options, view)}
    <details class="narrow" part="narrow" @toggle=${(event: Event) => onNarrow((event.currentTarget as HTMLDetailsElement).open)}>
      <summary part="summary">${own.narrow}</summary>
      ${codes ? narrowing(codes, view) : nothing}
    </details>
    <div class="send">
      <button type="submit" part="button search" aria-disabled=${isBusy}>${own.search}</button>
      <p class="hint" part="hint">${own.notKept}</p>
    </div>
  </form>`;
}

function textField({ seeks, length, problem, onInput }: FormOptions, { own, labels }: View): TemplateResult {
  const figure = (n: number) => labels.number(n, 0);
  const isLong = length > LONGEST;
  const told = problem ?? (isLong ? 'tooLong' : undefined);
  return html`<div class="field">
    <label for="text"><span part="label">${own.text[seeks]}</span></label>
    <p class="hint" part="hint" id="hint">${own.hint[seeks]}</p>
    <textarea id="text" name="text" part="field text" rows="6" aria-describedby="hint length problem" aria-required="true"
      aria-invalid=${told ? 'true' : nothing} @input=${(event: Event) => onInput((event.currentTarget as HTMLTextAreaElement).value)}></textarea>
    <div class="below">
      <p class="wrong" part="problem" id="problem" role="alert">
        ${told === 'needed' ? own.needed : told === 'tooLong' ? own.tooLong(figure(length - LONGEST)) : nothing}
      </p>
      <p class="length ${isLong ? 'wrong' : ''}" part="length" id="length">${own.length(`${figure(length)} / ${figure(LONGEST)}`)}</p>
    </div>
  </div>`;
}

const submitted =
  ({ onSubmit }: FormOptions) =>
  (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit(event.currentTarget as HTMLFormElement);
  };

/** In a text of several lines Enter is a new line, so that Ctrl or ⌘ goes with it; elsewhere the browser submits by Enter. */
function submitsByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  (event.currentTarget as HTMLFormElement).requestSubmit();
}
