import { bestPairs, type MatchRun } from '../matching/run.ts';
import { barCell } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** How many best scores lie from `from` up to `to`; the last range holds 100 too. */
export interface ScoreRange {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const WIDTH = 10;

/** The best scores by tens, the highest first. */
export function scoreRanges(scores: readonly number[]): ScoreRange[] {
  return Array.from({ length: 100 / WIDTH }, (_, i) => {
    const from = 100 - WIDTH * (i + 1);
    const to = from + WIDTH;
    return { from, to, count: scores.filter((score) => score >= from && (score < to || to === 100)).length };
  });
}

export function scoreSection(run: MatchRun, words: Words): Html | undefined {
  const best = bestPairs(run).map(({ match }) => match.score);
  if (best.length === 0) return undefined;
  const ranges = scoreRanges(best);
  const most = Math.max(...ranges.map(({ count }) => count));
  const { scores } = words;
  return html`<section><h2 id="scores">${scores.title}</h2>
<table class="bars"><caption>${scores.lead}</caption>
<thead><tr><th scope="col">${scores.range}</th><th scope="col">${words.manyOf.startup}</th></tr></thead>
<tbody>${ranges.map(
    ({ from, to, count }) =>
      html`<tr><th scope="row">${words.number(from)}–${words.number(to)}</th>${barCell({ number: words.number(count), share: words.share(count, best.length) }, count, most)}</tr>`,
  )}</tbody></table></section>`;
}
