import type { EmbeddedProfile, Match } from '@kopru/sdk/engine';
import { renderMessage } from '@kopru/sdk/strings';
import { type BestPair, bestPairs, type MatchRun } from '../matching/run.ts';
import type { Side } from '../matching/side.ts';
import { bar } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

const MOST_PAIRS = 50;

/** The best pairs, best first: each startup once. */
export const topPairs = (run: MatchRun): BestPair[] =>
  bestPairs(run)
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, MOST_PAIRS);

export function pairSection(run: MatchRun, words: Words): Html | undefined {
  const top = topPairs(run);
  if (top.length === 0) return undefined;
  const { pairs } = words;
  return html`<section><h2 id="pairs">${pairs.title}</h2><p class="lead">${pairs.lead}</p>
<ol class="pairs">${top.map((pair) => html`<li>${card(pair, words)}</li>`)}</ol></section>`;
}

function card({ startup, investor, match }: BestPair, words: Words): Html {
  const { pair } = words;
  const side = ({ profile }: EmbeddedProfile) =>
    html`<span class="side"><small>${words.kinds[profile.kind as Side]}</small><bdi>${profile.name}</bdi>${
      profile.facets.country && html`<small>${words.country(profile.facets.country)}</small>`
    }</span>`;
  return html`<article><h3>${side(startup)}<span class="unseen"> – </span>${side(investor)}</h3>
<p class="score"><span>${pair.score}</span> <b>${words.number(match.score)}</b>${bar(match.score, 100)}</p>
${quotes(startup, investor, match, words)}${sentences(pair.why, otherReasons(match), words)}${sentences(pair.mind, match.cautions, words)}</article>`;
}

/** The two sentences stand apart, each marked with its own language. */
function quotes(
  startup: EmbeddedProfile,
  investor: EmbeddedProfile,
  { reasons }: Match,
  words: Words,
): Html | undefined {
  const found = reasons.find((reason) => reason.key === 'semantic.sentences');
  if (!found) return undefined;
  const quote = ({ profile: { kind, lang } }: EmbeddedProfile) =>
    html`<blockquote class="${kind}"><p${lang && html` lang="${lang}"`}><bdi>${found.evidence[kind as Side]}</bdi></p></blockquote>`;
  return html`<h4>${words.pair.quotes}</h4>${quote(startup)}${quote(investor)}`;
}

const otherReasons = ({ reasons }: Match) => reasons.filter(({ key }) => key !== 'semantic.sentences');

const sentences = (title: string, messages: Match['reasons'], { locale }: Words): Html | undefined =>
  messages.length === 0
    ? undefined
    : html`<h4>${title}</h4><ul>${messages.map(({ key, evidence }) => html`<li>${renderMessage(key, evidence, locale)}</li>`)}</ul>`;
