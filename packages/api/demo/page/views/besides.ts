import type { Locale } from '@kopru/sdk/facets';
import type { CoInvestment, ProgrammeNumbers } from '@kopru/sdk/schema';
import { countryName, formatMoney, formatNumber } from '@kopru/sdk/strings';
import type { CountryEvent } from '@kopru/widget';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { App } from '../app.ts';
import type { Kind } from '../kinds.ts';
import type { Asked } from '../state.ts';
import { PAGE_WORDS } from '../words/index.ts';
import { options } from './options.ts';

type View = (app: App) => TemplateResult;

/** What else there is to ask of a profile of a kind, folded. */
const BESIDES: { readonly [K in Kind]?: readonly View[] } = {
  startup: [market, round, applying],
  programme: [numbers],
};

/** What is folded above the matches of the chosen profile; folded again with each other profile. */
export function besides(app: App): unknown {
  const { selected } = app.state;
  const views = selected && BESIDES[selected.kind];
  return views ? keyed(selected.id, html`<div class="besides">${views.map((view) => view(app))}</div>`) : nothing;
}

function market({ state, enter }: App): TemplateResult {
  const { locale, selected, country, entry } = state;
  return html`<details class="beside">
    <summary>${PAGE_WORDS[locale].market}</summary>
    <kopru-market-entry
      lang=${locale}
      subject-lang=${selected?.card.lang ?? ''}
      .country=${country}
      .entry=${entry.answer}
      .state=${entry.state}
      @kopru-country=${({ detail }: CountryEvent) => enter(detail.country)}
      @kopru-retry=${() => enter(country)}
    ></kopru-market-entry>
  </details>`;
}

function round(app: App): TemplateResult {
  const { locale, round, countries } = app.state;
  const words = PAGE_WORDS[locale];
  const counts = [1, 2, 3, 4, 5].map((count) => [count, formatNumber(count, locale)] as const);
  return html`<details class="beside" @toggle=${(event: Event) => isOpened(event) && app.fillRound(countries)}>
    <summary>${words.round}</summary>
    ${options(words.countries, counts, countries, app.fillRound)} ${answered(round, locale, plan)}
  </details>`;
}

function plan({ summary, investments, raise }: CoInvestment, locale: Locale): TemplateResult {
  return html`<p>${summary.map(({ text }) => text).join(' ')}</p>
    <ol class="round">
      ${investments.map(
        ({ match, amount, messages }) =>
          html`<li>
            <p class="row"><span class="name">${match.card.name}</span> <span class="amount">${formatMoney(amount, locale)}</span></p>
            ${bar(amount.amount / raise.amount)}
            <p class="line">${[match.card.country && countryName(match.card.country, locale), messages.map(({ text }) => text).join(' ')].filter(Boolean).join(' · ')}</p>
          </li>`,
      )}
    </ol>`;
}

const bar = (share: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${100 * share} height="1" />`}</svg>`;

function applying({ state: { locale, selected, applying }, apply }: App): TemplateResult {
  return html`<details class="beside" @toggle=${(event: Event) => isOpened(event) && apply()}>
    <summary>${PAGE_WORDS[locale].applications}</summary>
    <kopru-applications
      lang=${locale}
      subject-lang=${selected?.card.lang ?? ''}
      .applications=${applying.answer?.applications ?? null}
      .list=${applying.answer?.list ?? null}
      .state=${applying.state}
      @kopru-retry=${apply}
    ></kopru-applications>
  </details>`;
}

function numbers(app: App): TemplateResult {
  const { locale, numbers } = app.state;
  return html`<details class="beside" @toggle=${(event: Event) => isOpened(event) && app.count()}>
    <summary>${PAGE_WORDS[locale].numbers}</summary>
    ${answered(numbers, locale, counts)}
  </details>`;
}

function counts({ applied, admitted, alumni, raised, calls }: ProgrammeNumbers, locale: Locale): TemplateResult {
  const { counts: words } = PAGE_WORDS[locale];
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, locale));
  const totals = [
    [words.applied, number(applied)],
    [words.admitted, number(admitted)],
    [words.alumni, number(alumni)],
    [words.raised, raised.map((sum) => formatMoney(sum, locale)).join(', ') || '–'],
  ] as const;
  return html`<dl class="totals">${totals.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    <table>
      <thead>
        <tr>
          ${[words.call, words.applied, words.places, words.alumni].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${calls.map(
          ({ call, capacity, ...of }) =>
            html`<tr>
              <th scope="row">${call}</th>
              <td>${number(of.applied)}</td>
              <td>${number(of.admitted)} / ${number(capacity)}</td>
              <td>${number(of.alumni)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** An answer, or in its place how it goes. */
function answered<T>(
  { state, answer }: Asked<T>,
  locale: Locale,
  view: (answer: T, locale: Locale) => TemplateResult,
): TemplateResult {
  if (answer) return view(answer, locale);
  return html`<p class="hint" role="status">${state === 'loading' ? '…' : state === 'idle' ? '' : PAGE_WORDS[locale].noAnswer}</p>`;
}

const isOpened = (event: Event): boolean => (event.target as HTMLDetailsElement).open;
