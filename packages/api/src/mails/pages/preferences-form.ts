import { createFormatter, LOCALE_STRINGS, LOCALES, type Locale } from '@kopru/sdk/strings';
import { html } from 'hono/html';
import { timeOf } from '../context.ts';
import { form, type Html } from './layout.ts';
import type { Field, Shown, Switch } from './preferences-read.ts';
import { PAGE_WORDS } from './strings/index.ts';
import { ZONES } from './zones.ts';

type Option = readonly [value: string, label: string];

/** The form of what a subscriber gets. */
export function preferencesForm(lang: Locale, shown: Shown): Html {
  const { preferences: own } = PAGE_WORDS[lang];
  const { frequencies, weekdays, notice } = own;
  const { values, wrong } = shown;
  const first = (Object.keys(values) as Field[]).find((field) => wrong.has(field));
  const about = (name: Field, label: string, hint?: string, error = own.choose): Entry => ({
    name,
    label,
    hint,
    error: wrong.has(name) ? error : undefined,
    isFirstWrong: name === first,
    value: values[name],
  });
  const often = (Object.keys(frequencies) as (keyof typeof frequencies)[]).map(
    (value): Option => [value, frequencies[value]],
  );
  const days = weekdays.map((day, i): Option => [String(i + 1), day]);
  const hours = Array.from({ length: 24 }, (_, hour): Option => [String(hour), timeOf(hour)]);
  const labels: Readonly<Record<Switch, string>> = { ...notice, nothingNew: own.nothingNew };
  const check = (name: Switch) =>
    html`<label class="check"><input type="checkbox" name="${name}" ${shown.on[name] ? 'checked' : ''} /><span>${labels[name]}</span></label>`;
  return html`${first && html`<p class="notice" role="alert">${own.check}</p>`}${form(html`
${select(about('frequency', own.frequency), often)}
${select(about('weekday', own.weekday, own.weekdayHint), days)}
${select(about('hour', own.hour, own.hourHint), hours)}
${select(about('timeZone', own.timeZone), zones(lang, values.timeZone))}
${number(about('minScore', own.minScore, own.minScoreHint, own.numberFrom(0, 100)))}
${number(about('maxItems', own.maxItems, undefined, own.wholeFrom(1, 20)))}
<fieldset><legend>${own.notices}</legend>
${(Object.keys(shown.on) as Switch[]).map(check)}</fieldset>
${select(about('locale', own.locale), languages())}
<button class="main" name="do" value="save">${own.save}</button>`)}`;
}

interface Entry {
  readonly name: Field;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly isFirstWrong: boolean;
  readonly value: string;
}

/** A field between its label and what is said about it. */
function field({ name, label, hint, error, isFirstWrong }: Entry, control: (attributes: Html) => Html): Html {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  const attributes = html`id="${name}" name="${name}"${described && html` aria-describedby="${described}"`}${
    error && html` aria-invalid="true"`
  }${isFirstWrong && html` autofocus`}`;
  return html`<div class="field"><label for="${name}">${label}</label>${control(attributes)}${
    error && html`<p class="error" id="${name}-error">${error}</p>`
  }${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}</div>`;
}

const select = (entry: Entry, options: readonly Option[]): Html =>
  field(
    entry,
    (attributes) =>
      html`<select ${attributes}>${options.map(
        ([value, label]) => html`<option value="${value}" ${value === entry.value ? 'selected' : ''}>${label}</option>`,
      )}</select>`,
  );

/** What is wrong the page says, in its language: the browser's own words may be of another one. */
const number = (entry: Entry): Html =>
  field(
    entry,
    (attributes) =>
      html`<input ${attributes} class="short" inputmode="decimal" autocomplete="off" maxlength="10" value="${entry.value}" />`,
  );

/** The zones that are offered, and the present one. */
function zones(lang: Locale, present: string): Option[] {
  const to = createFormatter(LOCALE_STRINGS[lang]);
  const offered = ZONES.map(([zone, country]): Option => [zone, `${to.capitalise(to.country(country))} (${zone})`]);
  return offered.some(([zone]) => zone === present) || !present ? offered : [[present, present], ...offered];
}

/** Each language by its own name. */
const languages = (): Option[] =>
  LOCALES.map((code) => {
    const to = createFormatter(LOCALE_STRINGS[code]);
    return [code, to.capitalise(to.language(code))];
  });
