import { html, nothing, type TemplateResult } from 'lit';
import { fieldTemplate } from './fields/index.ts';
import type { Form } from './form.ts';
import { fieldsIn, GROUPS, type Group } from './layout.ts';
import type { Sheet } from './sheet.ts';

/** All fields of a form, in their groups. */
export const groups = (form: Form, sheet: Sheet): TemplateResult =>
  html`${GROUPS.map((group) => groupTemplate(group, form, sheet))}`;

function groupTemplate(group: Group, form: Form, sheet: Sheet): TemplateResult {
  const { own } = sheet.view;
  const hint = (own.groupHints as Readonly<Record<string, string>>)[group];
  return html`<fieldset class="group" part="group">
    <legend><h3 part="group-heading">${own.groups[group]}</h3></legend>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${group === 'limits' && sheet.counted.length > 0 ? eligibleLine(sheet) : nothing}
    <div class="fields">${fieldsIn(form, group).map((field) => fieldTemplate(field, sheet))}</div>
  </fieldset>`;
}

/** Is there from the start, so that a screen reader hears of each change. */
const eligibleLine = ({ eligible, view }: Sheet): TemplateResult =>
  html`<p class="eligible" part="eligible" aria-live="polite">${eligible === undefined ? '' : view.own.eligible(eligible)}</p>`;

/** What is seen while the profile is on its way. */
export const formSkeleton = html`<div class="group skeleton" aria-hidden="true">
  <i></i><i></i><i></i><i></i><i></i><i></i>
</div>`;
