import { commonestGate } from '../matching/refusals.ts';
import { bestPairs, type MatchRun } from '../matching/run.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** The numbers that matter. */
export interface Overview {
  readonly startups: number;
  readonly investors: number;
  /** Pairs that no gate refuses. */
  readonly allowed: number;
  /** Startups whose best match has a score of at least `STRONG`. */
  readonly strong: number;
  /** Startups with an empty list. */
  readonly unmatched: number;
  /** The gate that most often refused those, or `score` where none did. */
  readonly unmatchedMostOften?: string;
  /** Of the best scores of the startups that have a match. */
  readonly medianBest?: number;
  /** Best matches of which both countries are stated, and how many of them are not in one country. */
  readonly located: number;
  readonly acrossBorders: number;
  /** Different countries of both sides. */
  readonly countries: number;
}

/**
 * A score from which a match is told as strong. House convention: a pair of which nothing but the texts is stated
 * reaches it only where these speak of the same need almost for certain.
 */
const STRONG = 70;

export function overviewOf(run: MatchRun): Overview {
  const best = bestPairs(run);
  const scores = best.map(({ match }) => match.score).sort((a, b) => a - b);
  const without = run.refusals.filter((_, i) => (run.lists.get(run.startups[i]?.profile.id ?? '') ?? []).length === 0);
  const countries = best.flatMap(({ startup, investor }) => {
    const [a, b] = [startup.profile.facets.country, investor.profile.facets.country];
    return a && b ? [[a, b] as const] : [];
  });
  return {
    startups: run.startups.length,
    investors: run.investors.length,
    allowed: run.refusals.reduce((sum, { eligible }) => sum + eligible, 0),
    strong: scores.filter((score) => score >= STRONG).length,
    unmatched: without.length,
    ...(without.length > 0 && { unmatchedMostOften: commonestGate(without) ?? 'score' }),
    ...(scores.length > 0 && { medianBest: medianOf(scores) }),
    located: countries.length,
    acrossBorders: countries.filter(([a, b]) => a !== b).length,
    countries: new Set([...run.startups, ...run.investors].flatMap(({ profile }) => profile.facets.country ?? [])).size,
  };
}

/** @param sorted at least one number, rising. */
function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

export function overviewSection(overview: Overview, words: Words): Html {
  const { numbers } = words;
  const { startups, investors, allowed, strong, unmatched, unmatchedMostOften, medianBest } = overview;
  const tiles: readonly (readonly [label: string, value: string, note?: string | undefined])[] = [
    [words.manyOf.startup, words.number(startups)],
    [words.manyOf.investor, words.number(investors)],
    [numbers.countries, words.number(overview.countries)],
    [numbers.allowed, words.number(allowed), numbers.ofPairs(words.share(allowed, startups * investors))],
    [numbers.strong, words.number(strong), numbers.ofStartups(words.share(strong, startups))],
    [numbers.median, medianBest === undefined ? '–' : words.number(medianBest), numbers.outOf(words.number(100))],
    [
      numbers.acrossBorders,
      words.number(overview.acrossBorders),
      numbers.ofBest(words.share(overview.acrossBorders, overview.located)),
    ],
    [
      numbers.unmatched,
      words.number(unmatched),
      unmatchedMostOften && numbers.mostOften(words.gate(unmatchedMostOften)),
    ],
  ];
  return html`<section><h2 id="numbers" class="unseen">${numbers.title}</h2>
<dl class="tiles">${tiles.map(
    ([label, value, note]) =>
      html`<div><dt>${label}</dt><dd><strong>${value}</strong>${note && html`<span>${note}</span>`}</dd></div>`,
  )}</dl></section>`;
}
