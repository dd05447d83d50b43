import type { EmbeddedProfile } from '@kopru/sdk/engine';
import type { MatchRun } from '../matching/run.ts';
import { barCell } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** In how many startups' lists each investor stands. */
export interface Attention {
  /** The most listed first. */
  readonly ranked: readonly { readonly investor: EmbeddedProfile; readonly lists: number }[];
  /** Places in all lists. */
  readonly places: number;
  /** Places of the most listed tenth of investors, at least of one. */
  readonly ofTenth: number;
}

export function attentionOf({ investors, lists }: MatchRun): Attention {
  const counts = new Map<string, number>();
  for (const list of lists.values()) for (const { id } of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = investors
    .map((investor) => ({ investor, lists: counts.get(investor.profile.id) ?? 0 }))
    .sort((a, b) => b.lists - a.lists);
  const sum = (some: typeof ranked) => some.reduce((total, { lists: n }) => total + n, 0);
  return { ranked, places: sum(ranked), ofTenth: sum(ranked.slice(0, Math.ceil(ranked.length / 10))) };
}

const MOST_LISTED = 10;
const MOST_UNREACHED = 20;

export function attentionSection(run: MatchRun, words: Words): Html | undefined {
  const { ranked, places, ofTenth } = attentionOf(run);
  if (places === 0) return undefined;
  const { attention } = words;
  const most = ranked[0]?.lists ?? 0;
  const unreached = ranked.filter(({ lists }) => lists === 0).map(({ investor }) => investor.profile.name);
  return html`<section><h2 id="attention">${attention.title}</h2>
<table class="bars"><caption>${attention.lead(words.number(run.limit))}</caption>
<thead><tr><th scope="col">${words.kinds.investor}</th><th scope="col">${attention.lists}</th></tr></thead>
<tbody>${ranked
    .slice(0, MOST_LISTED)
    .filter(({ lists }) => lists > 0)
    .map(
      ({ investor, lists }) =>
        html`<tr><th scope="row"><bdi>${investor.profile.name}</bdi></th>${barCell({ number: words.number(lists), share: words.share(lists, run.startups.length) }, lists, most, 'investor')}</tr>`,
    )}</tbody></table>
<dl class="facts"><div><dt>${attention.tenth}</dt><dd>${words.share(ofTenth, places)}</dd></div>
<div><dt>${attention.unreached}</dt><dd>${words.number(unreached.length)}${
    unreached.length > 0 && html`<ul class="names">${namesOf(unreached, words)}</ul>`
  }</dd></div></dl></section>`;
}

const namesOf = (names: readonly string[], { attention, number }: Words): Html[] => [
  ...names.slice(0, MOST_UNREACHED).map((name) => html`<li><bdi>${name}</bdi></li>`),
  ...(names.length > MOST_UNREACHED ? [html`<li>${attention.more(number(names.length - MOST_UNREACHED))}</li>`] : []),
];
