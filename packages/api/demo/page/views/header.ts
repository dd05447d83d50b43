import { LOCALES, type Locale } from '@kopru/sdk/facets';
import { html, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { OWN_NAMES, PAGE_WORDS } from '../words/index.ts';

/** The name, what it is, and the choice of language. */
export function header(app: App): TemplateResult {
  const { locale } = app.state;
  const words = PAGE_WORDS[locale];
  return html`<a class="skip" href="#results">${words.skip}</a>
    <header>
      <div class="top">
        <div class="brand">
          <img src="icon.svg" alt="" width="36" height="36" />
          <div>
            <h1>Köprü</h1>
            <p>${words.tagline}</p>
          </div>
        </div>
        <label class="language">
          <span>${words.language}</span>
          <select @change=${(event: Event) => app.setLocale((event.target as HTMLSelectElement).value as Locale)}>
            ${LOCALES.map((code) => html`<option value=${code} lang=${code} .selected=${code === locale}>${OWN_NAMES[code]}</option>`)}
          </select>
        </label>
      </div>
      <p class="about">${words.about}</p>
    </header>`;
}
