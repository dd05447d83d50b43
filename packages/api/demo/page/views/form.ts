import {
  COUNTRIES,
  CURRENCIES,
  type Locale,
  membersOf,
  parentOf,
  SECTORS,
  type SectorCode,
  STAGES,
} from '@kopru/sdk/facets';
import { countryName, facetName, sectorLabel, stageLabel } from '@kopru/sdk/strings';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type App, hasProblems } from '../app.ts';
import type { Field } from '../draft.ts';
import { EXAMPLES } from '../examples.ts';
import { DRAFT_KINDS } from '../kinds.ts';
import { OWN_NAMES, PAGE_WORDS } from '../words/index.ts';
import { choice } from './choice.ts';

/** A text of one's own, with a few limits. What is wrong is said beside the field. */
export function form(app: App): TemplateResult {
  const { locale, draft, matches, asked } = app.state;
  const words = PAGE_WORDS[locale];
  const { kind } = draft;
  const busy = matches === 'loading' && asked !== undefined;
  const home = membersOf('ots');
  const countries = [...home, ...COUNTRIES.filter((code) => !home.includes(code))];

  return html`<form novalidate @submit=${(event: SubmitEvent) => void submit(event, app)}>
    ${choice(
      'text-kind',
      words.kind,
      DRAFT_KINDS.map((k) => [k, words.texts[k]] as const),
      kind,
      (next) => app.edit({ kind: next }),
    )}
    ${field(
      app,
      'text',
      words.texts[kind],
      (described) => html`<textarea
      id="text" name="text" rows="5" dir="auto"
      aria-describedby=${`text-hint ${described ?? ''}`.trim()}
      aria-invalid=${described !== undefined}
      .value=${draft.text}
      @input=${(event: Event) => app.edit({ text: typedIn(event) })}
    ></textarea>`,
    )}
    <p class="hint" id="text-hint">${words.textHint} ${words.notStored}</p>
    <div class="examples" role="group" aria-labelledby="examples">
      <span id="examples">${words.examples}:</span>
      ${EXAMPLES.map(
        ({ lang, ...example }) =>
          html`<button type="button" lang=${lang} @click=${() => app.edit(example)}>${OWN_NAMES[lang]}<span class="sr" lang=${locale}>: ${words.texts[example.kind]}</span></button>`,
      )}
    </div>
    <fieldset class="limits">
      <legend>${words.optional}</legend>
      ${select(app, 'sector', facetName('sector', locale), ['', ...SECTORS.map(({ code }) => code)], (code) => sectorOption(code, locale))}
      ${select(app, 'country', words.country[kind], ['', ...countries], (code) => countryName(code as 'KZ', locale))}
      ${select(app, 'stage', facetName('stage', locale), ['', ...STAGES], (code) => stageLabel(code as 'seed', locale))}
      ${field(
        app,
        'amount',
        words.amount[kind],
        (described) => html`<input
        id="amount" name="amount" inputmode="decimal" autocomplete="off"
        aria-describedby=${ifDefined(described)} aria-invalid=${described !== undefined}
        .value=${draft.amount}
        @input=${(event: Event) => app.edit({ amount: typedIn(event) })}
      />`,
      )}
      ${select(app, 'currency', facetName('currency', locale), CURRENCIES, (code) => code)}
    </fieldset>
    <p class="problem" role="alert">${hasProblems(app.state) ? words.correct : nothing}</p>
    <button class="primary" type="submit" aria-disabled=${busy}>${words.find}</button>
  </form>`;
}

/** A sector stands under its field, set in by a dash that select boxes of every system show. */
const sectorOption = (code: string, locale: Locale): string =>
  `${parentOf(code as SectorCode) === null ? '' : '– '}${sectorLabel(code as SectorCode, locale)}`;

const typedIn = (event: Event): string => (event.target as HTMLInputElement).value;

/** A labelled control and, under it, what is wrong with it. */
function field(
  app: App,
  name: Field,
  label: string,
  control: (describedBy: string | undefined) => TemplateResult,
): TemplateResult {
  const problem = app.state.problems[name];
  const id = `${name}-problem`;
  return html`<div class=${`field ${name}`}>
    <label for=${name}>${label}</label>
    ${control(problem && id)}
    ${problem ? html`<p class="problem" id=${id}>${PAGE_WORDS[app.state.locale].problems[problem]}</p>` : nothing}
  </div>`;
}

function select(
  app: App,
  name: 'sector' | 'country' | 'stage' | 'currency',
  label: string,
  codes: readonly string[],
  nameOf: (code: string) => string,
): TemplateResult {
  const { draft, locale } = app.state;
  return field(
    app,
    name,
    label,
    (described) => html`<select
      id=${name} name=${name}
      aria-describedby=${ifDefined(described)} aria-invalid=${described !== undefined}
      @change=${(event: Event) => app.edit({ [name]: typedIn(event) })}
    >
      ${codes.map(
        (code) =>
          html`<option value=${code} .selected=${code === draft[name]}>${code === '' ? PAGE_WORDS[locale].notStated : nameOf(code)}</option>`,
      )}
    </select>`,
  );
}

/** Sends the draft, then goes to the first field at fault, or to the matches. */
async function submit(event: SubmitEvent, app: App): Promise<void> {
  event.preventDefault();
  const target = event.target as HTMLFormElement;
  await app.submit();
  const wrong = target.querySelector<HTMLElement>('[aria-invalid="true"]');
  const results = document.getElementById('results');
  if (wrong) wrong.focus();
  else if (results && results.getBoundingClientRect().top > innerHeight * 0.6) results.scrollIntoView();
}
