import { html, type TemplateResult } from 'lit';
import { DEMO_HUB, DEMO_PLAN } from '../../../src/demo/hub.ts';
import type { App } from '../app.ts';
import { PAGE_WORDS } from '../words/index.ts';

/** What goes on between the hubs of the demo: the corridors, and where the action plan is. */
export function region({ state: { locale } }: App): TemplateResult {
  const words = PAGE_WORDS[locale];
  return html`<section class="region" aria-labelledby="region">
    <h2 id="region">${words.region}</h2>
    <p>${words.regionHint} <a href="/action-plans/${DEMO_HUB}/${DEMO_PLAN}?lang=${locale}">${words.plan}</a></p>
    <kopru-corridors lang=${locale} api=${location.origin}></kopru-corridors>
  </section>`;
}
