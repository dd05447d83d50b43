import type { CountryCode } from '@kopru/sdk/facets';
import { type BestPair, bestPairs, type MatchRun } from '../matching/run.ts';
import { shadeOf } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** A country, all that are not among the most frequent, or none stated. */
type Place = CountryCode | 'other' | 'unknown';

/** Where the best matches sit: how many go from each place of startups to each place of investors. */
export interface Corridors {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
  readonly count: (from: Place, to: Place) => number;
}

/** Countries with a row or a column of their own: the nine of our languages, and one. */
const MOST_PLACES = 10;

export function corridorsOf(run: MatchRun): Corridors {
  const best = bestPairs(run);
  const from = axisOf(best.map(({ startup }) => startup.profile.facets.country));
  const to = axisOf(best.map(({ investor }) => investor.profile.facets.country));
  const counts = new Map<string, number>();
  for (const pair of best) {
    const key = keyOf(placeOn(from, pair.startup), placeOn(to, pair.investor));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { from, to, count: (a, b) => counts.get(keyOf(a, b)) ?? 0 };
}

const keyOf = (from: Place, to: Place): string => `${from} ${to}`;

/** The most frequent countries, then `other` and `unknown` where there are any. */
function axisOf(countries: readonly (CountryCode | undefined)[]): Place[] {
  const counts = new Map<CountryCode, number>();
  for (const country of countries) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([country]) => country);
  return [
    ...ranked.slice(0, MOST_PLACES),
    ...(ranked.length > MOST_PLACES ? (['other'] as const) : []),
    ...(countries.includes(undefined) ? (['unknown'] as const) : []),
  ];
}

function placeOn(axis: readonly Place[], { profile }: BestPair['startup']): Place {
  const { country } = profile.facets;
  if (!country) return 'unknown';
  return axis.includes(country) ? country : 'other';
}

export function corridorSection(run: MatchRun, words: Words): Html | undefined {
  const corridors = corridorsOf(run);
  if (!corridors.from.some(isCountry) || !corridors.to.some(isCountry)) return undefined;
  const { corridors: strings } = words;
  const name = (place: Place) => {
    if (place === 'other') return words.otherCountries;
    return words.country(place === 'unknown' ? undefined : place);
  };
  return html`<section><h2 id="corridors">${strings.title}</h2>
<p class="lead">${strings.lead} ${strings.outlined}</p>
<div class="wide" role="region" aria-labelledby="corridors" tabindex="0"><table class="heat">
<caption class="unseen">${strings.title}</caption>
<thead><tr><td class="corner"><span>${strings.to} →</span><span>↓ ${strings.from}</span></td>${corridors.to.map(
    (to) => html`<th scope="col">${name(to)}</th>`,
  )}<th scope="col">${strings.all}</th></tr></thead>
<tbody>${corridors.from.map((from) => row(corridors, from, name(from), words))}</tbody></table></div></section>`;
}

function row({ to, count }: Corridors, from: Place, name: string, words: Words): Html {
  const all = to.reduce((sum, place) => sum + count(from, place), 0);
  return html`<tr><th scope="row">${name}</th>${to.map((place) => {
    const n = count(from, place);
    const home = place === from && isCountry(place) ? ' home' : '';
    return html`<td class="shade-${shadeOf(n / all)}${home}">${
      n === 0
        ? html`<span class="none">0</span>`
        : html`<b>${words.number(n)}</b> <small>${words.share(n, all)}</small>`
    }</td>`;
  })}<td class="all">${words.number(all)}</td></tr>`;
}

const isCountry = (place: Place): boolean => place !== 'other' && place !== 'unknown';
