import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Field, hasLines, isUnit } from '../form.ts';
import { idOf, itemsAt, type Sheet } from '../sheet.ts';
import { describedBy, single } from './frame.ts';

/** What a browser may fill in by itself. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  '/name': 'organization',
  '/website': 'url',
  '/contact/name': 'name',
  '/contact/email': 'email',
  '/contact/phone': 'tel',
};

const MODES: Readonly<Record<string, string>> = {
  url: 'url',
  email: 'email',
  number: 'decimal',
  money: 'decimal',
  range: 'decimal',
  fund: 'decimal',
  measure: 'decimal',
  span: 'decimal',
};

/** One line. @param leaf the part of the field that it holds. */
export function line(field: Field, leaf: string, sheet: Sheet): TemplateResult {
  const { values, problems } = sheet;
  const mode = leaf === '/contact/phone' ? 'tel' : isUnit(leaf) ? 'text' : (MODES[field.type] ?? 'text');
  return html`<input id=${idOf(leaf)} name=${leaf} part="field" type=${field.type === 'date' ? 'date' : 'text'} dir="auto" inputmode=${mode}
    autocomplete=${AUTOCOMPLETE[leaf] ?? 'off'} .value=${live(String(values[leaf] ?? ''))}
    ?required=${field.required} aria-invalid=${problems[leaf] ? 'true' : nothing}
    placeholder=${field.type === 'url' ? 'www.startup.example' : nothing}
    aria-describedby=${describedBy(field, leaf, sheet)} data-first />`;
}

export const lineField = (field: Field, sheet: Sheet): TemplateResult =>
  single(field, sheet, line(field, field.path, sheet), 'short');

/** Lines of the texts that a profile is found by, and of others. */
const ROWS = { long: 7, short: 3 } as const;

/** A text of several lines, or a list with an item on each. */
export function areaField(field: Field, sheet: Sheet): TemplateResult {
  const { values, problems } = sheet;
  const { path } = field;
  const isList = hasLines(field);
  const text = isList ? itemsAt(sheet, field).join('\n') : String(values[path] ?? '');
  const lang = isList ? '' : String(values['/lang'] ?? '');
  const area = html`<textarea id=${idOf(path)} name=${path} part="field" rows=${field.required ? ROWS.long : ROWS.short}
    lang=${lang || nothing} dir="auto" ?data-lines=${isList} .value=${live(text)} ?required=${field.required}
    aria-invalid=${problems[path] ? 'true' : nothing} aria-describedby=${describedBy(field, path, sheet)} data-first></textarea>`;
  return single(field, sheet, area, 'wide');
}
