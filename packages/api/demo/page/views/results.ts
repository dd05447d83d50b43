import { kindLabel } from '@kopru/sdk/strings';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { App } from '../app.ts';
import { summary } from '../search.ts';
import { PAGE_WORDS } from '../words/index.ts';
import { besides } from './besides.ts';
import { options } from './options.ts';

/** Whose matches these are, and the matches. */
export function results(app: App): TemplateResult {
  const { locale, list, matches, error, selected, asked } = app.state;
  return html`<main id="results" tabindex="-1">
    ${subject(app)} ${besides(app)} ${sought(app)}
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

/** Which of the kinds that the chosen profile seeks is listed. */
function sought({ state: { locale, seeks }, sought, seek }: App): TemplateResult | typeof nothing {
  if (sought.length < 2) return nothing;
  const kinds = sought.map((kind) => [kind, kindLabel(kind, locale)] as const);
  return options(PAGE_WORDS[locale].seeks, kinds, seeks ?? sought[0], seek);
}

function subject({ state: { locale, selected, asked } }: App): TemplateResult | typeof nothing {
  const words = PAGE_WORDS[locale];
  if (!selected && !asked) return nothing;
  const [name, line, text, lang] = selected
    ? [selected.card.name, summary(selected.card, locale), selected.text, selected.card.lang]
    : [words.ownText, asked && words.texts[asked.kind], asked?.text, undefined];
  return html`<section class="subject" aria-labelledby="subject">
    <p class="label">${words.matchesFor}</p>
    <h2 id="subject">${name}</h2>
    <p class="line">${line}</p>
    <p class="text" dir="auto" lang=${ifDefined(lang)}>${text}</p>
  </section>`;
}
