import { type FieldCode, isSectorCode, parentOf, SECTORS, type SectorCode } from '@kopru/sdk/facets';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../form.ts';
import { idOf, itemsAt, type Sheet } from '../sheet.ts';
import { box } from './choices.ts';
import { describedBy, several } from './frame.ts';

const FIELDS = SECTORS.filter(({ parent }) => parent === null).map(({ code }) => code as FieldCode);
const sectorsOf = (field: FieldCode): readonly SectorCode[] =>
  SECTORS.filter(({ parent }) => parent === field).map(({ code }) => code);

/** Sectors: what was chosen, then the taxonomy in two levels, then words of one's own. */
export function sectorsField(field: Field, sheet: Sheet): TemplateResult {
  return several(field, sheet, html`${chosenList(field, sheet)} ${taxonomy(field, sheet)} ${ownWords(field, sheet)}`);
}

function chosenList(field: Field, sheet: Sheet): TemplateResult | typeof nothing {
  const { view, onSet } = sheet;
  const chosen = itemsAt(sheet, field);
  const name = (code: string) => (isSectorCode(code) ? view.labels.alone(view.labels.named('sectors', code)) : code);
  const remove = (code: string) =>
    onSet(
      field.path,
      chosen.filter((other) => other !== code),
    );
  return chosen.length === 0
    ? nothing
    : html`<ul class="chosen" part="chosen">
        ${repeat(
          chosen,
          (code) => code,
          (code) => html`<li>
            <button type="button" part="chip" class="chip" aria-label=${view.own.remove(name(code))} @click=${() => remove(code)}>
              <span>${name(code)}</span><span class="cross" aria-hidden="true">×</span>
            </button>
          </li>`,
        )}
      </ul>`;
}

function taxonomy(field: Field, sheet: Sheet): TemplateResult {
  const { view, opened, onOpen, problems } = sheet;
  const { own, labels } = view;
  const { path } = field;
  const open = opened(path);
  const chosen = itemsAt(sheet, field);
  const count = (code: FieldCode) =>
    chosen.filter((one) => isSectorCode(one) && (parentOf(one) ?? one) === code).length;
  const label = (code: FieldCode) =>
    `${labels.alone(labels.named('sectors', code))}${count(code) > 0 ? ` (${labels.number(count(code), 0)})` : ''}`;
  const pick = (event: Event) => onOpen(path, (event.currentTarget as HTMLSelectElement).value as FieldCode | '');
  const wrong = problems[path] !== undefined;
  return html`<div class="part">
      <label for=${idOf(path)}><span>${own.field}</span></label>
      <select id=${idOf(path)} part="field" aria-describedby=${describedBy(field, path, sheet)} @change=${pick} data-first>
        <option value="" .selected=${live(open === '')}></option>
        ${FIELDS.map((code) => html`<option value=${code} .selected=${live(code === open)}>${label(code)}</option>`)}
      </select>
    </div>
    ${
      open === ''
        ? nothing
        : html`<div class="checks" role="group" aria-label=${labels.alone(labels.named('sectors', open))}>
            ${repeat(
              [open, ...sectorsOf(open)],
              (code) => code,
              (code) =>
                box(
                  path,
                  code,
                  chosen.includes(code),
                  code === open ? own.wholeField : labels.alone(labels.named('sectors', code)),
                  wrong,
                  false,
                ),
            )}
          </div>`
    }`;
}

function ownWords(field: Field, sheet: Sheet): TemplateResult {
  const { view, onAdd } = sheet;
  const { path, longest } = field;
  const take = (input: HTMLInputElement | null | undefined) => {
    const text = input?.value.trim() ?? '';
    if (!input || text === '') return;
    onAdd(path, text, text);
    input.value = '';
    input.focus();
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    take(event.currentTarget as HTMLInputElement);
  };
  const click = (event: Event) => take((event.currentTarget as HTMLElement).parentElement?.querySelector('input'));
  return html`<div class="adder">
    <label for=${idOf(path, 'w')}><span>${view.own.ownWords}</span></label>
    <input id=${idOf(path, 'w')} part="field" type="text" maxlength=${longest ?? nothing} autocomplete="off" @keydown=${enter} />
    <button type="button" part="button" class="quiet" @click=${click}>${view.own.add}</button>
  </div>`;
}
