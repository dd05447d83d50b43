import { fillRound, loadSolver } from '@kopru/sdk/assign';
import { explainRound, roundCandidates, weights, withRound } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { CoInvestment, CoInvestmentRequest, Kind, MatchQuery } from '@kopru/sdk/schema';
import load from 'highs';
import module from 'highs/runtime';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { readTogether } from '../lib/read-together.ts';
import { readCards } from './card.ts';
import { inWords } from './sentences.ts';
import { missing, searchOf, storedSubject } from './subject.ts';
import { readTuning } from './tuning.ts';
import { perCandidate, viewerOf } from './viewer.ts';

/** The side that raises rounds, and the side that fills them. */
const RAISES: Kind = 'startup';
const FILLS: Kind = 'investor';

/**
 * The investors, of the hub and of its partners, who fill a round of a startup together.
 *
 * @throws {ApiError} `not_found` when the hub has no such startup, `invalid_request` when it states no round and
 *   none was given.
 */
export async function coInvestmentOf(
  c: Context<AppEnv>,
  id: string,
  { raise, rules, minScore }: CoInvestmentRequest,
  explain: MatchQuery['explain'],
): Promise<CoInvestment> {
  const db = readTogether(c.get('db'));
  const hub = c.get('hub');
  const viewer = viewerOf(c, RAISES);
  const [search, tuning] = await Promise.all([searchOf(c, db), readTuning(db, hub, RAISES, FILLS)]);
  const stored = await storedSubject(c, search, RAISES, id);
  if (!stored) throw missing(RAISES, id);
  const subject = raise ? withRound(stored, raise, DEFAULT_RATES) : stored;
  if (!subject.profile.facets.raise)
    throw new ApiError('invalid_request', 'The startup states no round.', [
      {
        in: 'body',
        path: '/raise',
        rule: 'required',
        message: 'must be there: the profile has none',
        received: 'missing',
      },
    ]);

  const index = await search.near(subject, { kind: FILLS, weights: tuning.weights, need: weights.POOL });
  const found = roundCandidates(index, subject, {
    rules,
    minScore,
    weights: tuning.weights,
    viewer: perCandidate(viewer, RAISES),
  });
  // Only who may be shown right now takes part: what was withdrawn since the index was read has no card.
  const card = await readCards(db, hub, found.matches, viewer, index);
  const isThere = found.matches.map((match) => card(match) !== undefined);
  const kept = <T>(all: readonly T[]) => all.filter((_, i) => isThere[i]);
  const candidates = {
    ...found,
    matches: kept(found.matches),
    input: { ...found.input, investors: kept(found.input.investors) },
  };
  // An instance for this round alone, so that its memory is given back.
  const solver = await loadSolver({ load, module });
  const round = explainRound(candidates, await fillRound({ ...candidates.input, solver }));
  const words = inWords(explain);
  return {
    ...round,
    subject: { kind: RAISES, id },
    model: subject.model,
    sequence: hub.sequence,
    investments: round.investments.map(({ match, messages, ...part }, i) => {
      const shown = { kind: match.kind, id: match.id, ...(card(match) as NonNullable<ReturnType<typeof card>>) };
      return {
        ...part,
        match: { ...words.card(shown), rank: i + 1, ...words.match(match) },
        messages: words.sentences(messages),
      };
    }),
    summary: words.sentences(round.summary),
  } as CoInvestment;
}
