import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../form.ts';
import { nameOf, problemText } from '../names.ts';
import { idOf, type Sheet } from '../sheet.ts';

const hintOf = ({ path }: Field, { view }: Sheet): string | undefined =>
  (view.own.hints as Readonly<Record<string, string>>)[path];

/** Ids of what says more of a control: the hint of its field, what its limit costs, and what is wrong with it. */
export function describedBy(field: Field, leaf: string, sheet: Sheet): string | typeof nothing {
  const ids = [
    hintOf(field, sheet) && idOf(field.path, 'h'),
    costOf(leaf, sheet) && idOf(leaf, 'c'),
    sheet.problems[leaf] && idOf(leaf, 'e'),
  ].filter((id) => id !== undefined && id !== false);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

const costOf = (leaf: string, { costs }: Sheet): boolean => (costs[leaf] ?? 0) > 0;

/** What the limit costs and what is wrong, below a control. */
export const below = (leaf: string, sheet: Sheet): TemplateResult => {
  const { view, counted, costs, problems } = sheet;
  const problem = problems[leaf];
  const cost = costOf(leaf, sheet) ? view.own.without(costs[leaf] ?? 0) : '';
  return html`${counted.includes(leaf) ? html`<p class="cost" part="cost" id=${idOf(leaf, 'c')}>${cost}</p>` : nothing}
    ${problem ? html`<p class="wrong" part="problem" id=${idOf(leaf, 'e')}>${problemText(problem, view)}</p>` : nothing}`;
};

const heading = (field: Field, { view }: Sheet): TemplateResult =>
  html`<span>${nameOf(field.path, view)}${field.required ? html` <small class="needed">${view.own.needed}</small>` : nothing}</span>`;

const hint = (field: Field, sheet: Sheet): TemplateResult | typeof nothing => {
  const text = hintOf(field, sheet);
  return text ? html`<p class="hint" id=${idOf(field.path, 'h')}>${text}</p>` : nothing;
};

/** A field of one control. */
export const single = (field: Field, sheet: Sheet, control: TemplateResult, width: 'short' | 'wide'): TemplateResult =>
  html`<div class="field ${width}" part="row" data-place=${field.path}>
    <label for=${idOf(field.path)}>${heading(field, sheet)}</label>
    ${hint(field, sheet)} ${control} ${below(field.path, sheet)}
  </div>`;

/** A field of several controls. */
export const several = (field: Field, sheet: Sheet, controls: TemplateResult): TemplateResult =>
  html`<fieldset class="field wide" part="row" data-place=${field.path} aria-describedby=${describedBy(field, field.path, sheet)}>
    <legend>${heading(field, sheet)}</legend>
    ${hint(field, sheet)} ${controls} ${below(field.path, sheet)}
  </fieldset>`;
