import {
  COUNTRIES,
  CURRENCIES,
  HELP_TERMS,
  INSTRUMENTS,
  INVESTOR_TYPES,
  LANGUAGES,
  LICENCE_TYPES,
  NEED_TYPES,
  PROGRAMME_TYPES,
  REGIONS,
  ROLES,
  STAGES,
} from '@kopru/sdk/facets';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Field, Vocabulary } from '../form.ts';
import { COMMON } from '../layout.ts';
import { longOptions, nameOf, type OptionGroup, optionName } from '../names.ts';
import { idOf, itemsAt, type Sheet } from '../sheet.ts';
import { describedBy, several, single } from './frame.ts';

const CODES: Readonly<Record<Vocabulary, readonly string[]>> = {
  country: COUNTRIES,
  place: [...REGIONS, ...COUNTRIES],
  language: LANGUAGES,
  stage: STAGES,
  instrument: INSTRUMENTS,
  investorType: INVESTOR_TYPES,
  role: ROLES,
  needType: NEED_TYPES,
  helpTerm: HELP_TERMS,
  programmeType: PROGRAMME_TYPES,
  licenceType: LICENCE_TYPES,
};

const codesOf = ({ vocabulary, options = [] }: Field): readonly string[] => (vocabulary ? CODES[vocabulary] : options);

const isLong = ({ vocabulary }: Field): boolean =>
  vocabulary === 'country' || vocabulary === 'place' || vocabulary === 'language';

/**
 * The options of a select under their headings.
 *
 * @param chosen which of them is; undefined where the select keeps that itself until it is asked.
 */
function optionsOf(field: Field, sheet: Sheet, groups: readonly OptionGroup[], chosen?: string): TemplateResult {
  const name = (code: string) => optionName(field, code, sheet.view);
  const option = (code: string) =>
    chosen === undefined
      ? html`<option value=${code}>${name(code)}</option>`
      : html`<option value=${code} .selected=${live(code === chosen)}>${name(code)}</option>`;
  return html`${groups.map(({ label, codes }) => (label ? html`<optgroup label=${label}>${codes.map(option)}</optgroup>` : codes.map(option)))}`;
}

/** One of several. */
export function choiceField(field: Field, sheet: Sheet): TemplateResult {
  const { view, values, problems } = sheet;
  const { path } = field;
  const codes = codesOf(field);
  const chosen = String(values[path] ?? '');
  const groups = isLong(field) ? longOptions(field, view) : [{ label: '', codes }];
  // A code of a newer API is kept although this form has no name for it.
  const unknown = chosen !== '' && !codes.includes(chosen) ? [{ label: '', codes: [chosen] }] : [];
  const select = html`<select id=${idOf(path)} name=${path} part="field" aria-invalid=${problems[path] ? 'true' : nothing}
    aria-describedby=${describedBy(field, path, sheet)} data-first>
    ${path === '/status' ? nothing : html`<option value="" .selected=${live(chosen === '')}>${view.labels.alone(view.words.notStated)}</option>`}
    ${optionsOf(field, sheet, [...unknown, ...groups], chosen)}
  </select>`;
  return single(field, sheet, select, 'short');
}

/** A currency. */
export const currencySelect = (leaf: string, { values }: Sheet): TemplateResult =>
  html`<select id=${idOf(leaf)} name=${leaf} part="field">
    ${CURRENCIES.map((code) => html`<option value=${code} .selected=${live(code === values[leaf])}>${code}</option>`)}
  </select>`;

/** A box to tick, with its text beside it. */
export const box = (path: string, code: string, isOn: boolean, text: string, wrong: boolean, isFirst: boolean) =>
  html`<label class="check" part="check">
    <input type="checkbox" id=${isFirst ? idOf(path) : nothing} name=${path} value=${code} data-many .checked=${live(isOn)}
      aria-invalid=${wrong ? 'true' : nothing} ?data-first=${isFirst} />
    <span>${text}</span>
  </label>`;

/** Any of several: those that most people choose stand there, others are added by name. */
export function choicesField(field: Field, sheet: Sheet): TemplateResult {
  const { view, problems, added } = sheet;
  const { path, vocabulary } = field;
  const chosen = itemsAt(sheet, field);
  const common: readonly string[] = isLong(field) ? COMMON[vocabulary as keyof typeof COMMON] : codesOf(field);
  const shown = [...new Set([...common, ...added(path), ...chosen])];
  const wrong = problems[path] !== undefined;
  const boxes = html`<div class="checks">
    ${repeat(
      shown,
      (code) => code,
      (code, i) => box(path, code, chosen.includes(code), optionName(field, code, view), wrong, i === 0),
    )}
  </div>`;
  return several(field, sheet, html`${boxes} ${isLong(field) ? adder(field, sheet, shown) : nothing}`);
}

function adder(field: Field, sheet: Sheet, shown: readonly string[]): TemplateResult {
  const { view, onAdd } = sheet;
  const { path } = field;
  const add = (event: Event) => {
    const select = (event.currentTarget as HTMLElement).parentElement?.querySelector('select');
    if (!select?.value) return;
    onAdd(path, select.value, optionName(field, select.value, view));
    select.value = '';
  };
  return html`<div class="adder">
    <label for=${idOf(path, 'a')}><span>${view.own.another}</span></label>
    <select id=${idOf(path, 'a')} part="field">
      <option value=""></option>
      ${optionsOf(field, sheet, longOptions(field, view, shown))}
    </select>
    <button type="button" part="button" class="quiet" @click=${add}>${view.own.add}</button>
  </div>`;
}

/** A yes or no. */
export const flagField = ({ path }: Field, { view, values }: Sheet): TemplateResult =>
  html`<div class="field wide" part="row" data-place=${path}>
    <label class="check" part="check">
      <input type="checkbox" id=${idOf(path)} name=${path} .checked=${live(values[path] === true)} data-first />
      <span>${nameOf(path, view)}</span>
    </label>
  </div>`;
