import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { MatchRun } from '../matching/run.ts';
import { attentionSection } from './attention.ts';
import { corridorSection } from './corridors.ts';
import { documentOf } from './document.ts';
import { html } from './html.ts';
import { overviewOf, overviewSection } from './overview.ts';
import { pairSection } from './pairs.ts';
import { qualitySection } from './quality.ts';
import { scoreSection } from './scores.ts';
import { sectorSection } from './sectors.ts';
import { STYLES } from './styles.ts';
import type { Words } from './words.ts';

/**
 * The report of a run as one page that needs nothing beside itself: no script, no font, no network.
 *
 * @param date that stands under its title, `YYYY-MM-DD`. All else follows from the run.
 */
export function reportPage(run: MatchRun, words: Words, date: string): string {
  const { title, lead, method, made } = words;
  const body = html`<header><p class="brand">Köprü</p><h1>${title}</h1><p class="date"><time datetime="${date}">${words.format.date(date)}</time></p><p class="lead">${lead}</p></header>
<main>
${overviewSection(overviewOf(run), words)}
${corridorSection(run, words)}
<div class="pair-of">${scoreSection(run, words)}${attentionSection(run, words)}</div>
${sectorSection(run, words)}
${pairSection(run, words)}
${qualitySection(run, words)}
<section><h2 id="method">${method.title}</h2><p class="prose">${method.text}</p></section>
</main>
<footer><p>${made} ${method.rates(words.format.date(DEFAULT_RATES.date))}</p></footer>`;
  return documentOf({ locale: words.locale, title, styles: STYLES, body });
}
