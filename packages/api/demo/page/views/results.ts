import type { CountryEvent } from '@kopru/widget';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { App } from '../app.ts';
import { summary, textOf } from '../search.ts';
import { PAGE_WORDS } from '../words/index.ts';

/** Whose matches these are, and the matches. */
export function results(app: App): TemplateResult {
  const { locale, list, matches, error, selected, asked } = app.state;
  return html`<main id="results" tabindex="-1">
    ${subject(app)} ${market(app)}
    <kopru-matches
      lang=${locale}
      subject-lang=${selected?.card.lang ?? ''}
      .list=${list}
      .state=${matches}
      .error=${error}
      @kopru-retry=${app.retry}
      data-for=${asked ? 'text' : (selected?.id ?? '')}
    ></kopru-matches>
  </main>`;
}

/** Who can help the chosen startup into another country, folded. */
function market({ state, enter }: App): TemplateResult | typeof nothing {
  const { locale, selected, country, entry, market } = state;
  if (selected?.kind !== 'startup') return nothing;
  return html`<details class="market">
    <summary>${PAGE_WORDS[locale].market}</summary>
    <kopru-market-entry
      lang=${locale}
      subject-lang=${selected.card.lang ?? ''}
      .country=${country}
      .entry=${entry}
      .state=${market}
      @kopru-country=${({ detail }: CountryEvent) => enter(detail.country)}
      @kopru-retry=${() => enter(country)}
    ></kopru-market-entry>
  </details>`;
}

function subject({ state: { locale, selected, asked } }: App): TemplateResult | typeof nothing {
  const words = PAGE_WORDS[locale];
  if (!selected && !asked) return nothing;
  const [name, line, text, lang] = selected
    ? [selected.card.name, summary(selected.card, locale), textOf(selected.card), selected.card.lang]
    : [words.ownText, asked && words.texts[asked.kind], asked?.text, undefined];
  return html`<section class="subject" aria-labelledby="subject">
    <p class="label">${words.matchesFor}</p>
    <h2 id="subject">${name}</h2>
    <p class="line">${line}</p>
    <p class="text" dir="auto" lang=${ifDefined(lang)}>${text}</p>
  </section>`;
}
