import type { Locale } from '@kopru/sdk/facets';
import type { ProgrammeNumbers } from '@kopru/sdk/schema';
import { formatMoney, formatNumber } from '@kopru/sdk/strings';
import type { CountryEvent, RoundEvent } from '@kopru/widget';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { App } from '../app.ts';
import type { Kind } from '../kinds.ts';
import { PAGE_WORDS } from '../words/index.ts';

type View = (app: App) => TemplateResult;

/** What else there is to ask of a profile of a kind, folded. */
const BESIDES: { readonly [K in Kind]?: readonly View[] } = {
  startup: [market, round, applying],
  patent: [neighbours],
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

function round({ state, fillRound }: App): TemplateResult {
  const { locale, selected, round, rules } = state;
  return html`<details class="beside" @toggle=${(event: Event) => isOpened(event) && fillRound(rules)}>
    <summary>${PAGE_WORDS[locale].round}</summary>
    <kopru-co-investment
      lang=${locale}
      subject-lang=${selected?.card.lang ?? ''}
      .minCountries=${rules.minCountries ?? 0}
      .maxInvestors=${rules.maxInvestors ?? 0}
      .needsLead=${rules.needsLead ?? false}
      .round=${round.answer}
      .state=${round.state}
      @kopru-round=${({ detail }: RoundEvent) => fillRound(detail.rules)}
      @kopru-retry=${() => fillRound(rules)}
    ></kopru-co-investment>
  </details>`;
}

function neighbours({ state, compare }: App): TemplateResult {
  const { locale, selected, neighbours } = state;
  return html`<details class="beside" @toggle=${(event: Event) => isOpened(event) && compare()}>
    <summary>${PAGE_WORDS[locale].neighbours}</summary>
    <kopru-neighbours
      lang=${locale}
      subject-lang=${selected?.card.lang ?? ''}
      .neighbours=${neighbours.answer}
      .state=${neighbours.state}
      @kopru-retry=${compare}
    ></kopru-neighbours>
  </details>`;
}

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

function numbers({ state, count }: App): TemplateResult {
  const { locale } = state;
  const { answer, state: how } = state.numbers;
  const instead = how === 'loading' ? '…' : how === 'idle' ? '' : PAGE_WORDS[locale].noAnswer;
  return html`<details class="beside" @toggle=${(event: Event) => isOpened(event) && count()}>
    <summary>${PAGE_WORDS[locale].numbers}</summary>
    ${answer ? counts(answer, locale) : html`<p class="hint" role="status">${instead}</p>`}
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

const isOpened = (event: Event): boolean => (event.target as HTMLDetailsElement).open;
