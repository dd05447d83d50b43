import { isInMarket, marketGroup, soughtBy, weights } from '@kopru/sdk/engine';
import type { Kind, MarketEntry, MarketEntryQuery } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { readTogether } from '../lib/read-together.ts';
import { readCards } from './card.ts';
import { introductionsFor, readPast } from './history.ts';
import { inWords } from './sentences.ts';
import { withCard } from './service.ts';
import { missing, searchOf, storedSubject } from './subject.ts';
import { readTuning } from './tuning.ts';
import { perCandidate, viewerOf } from './viewer.ts';

/** The kind that enters markets. */
export const ENTRANT: Kind = 'startup';

/**
 * Of every kind that a profile seeks the best matches in a country, each ordered as its own list is. It takes two
 * batches of D1, as one list does.
 *
 * @throws {ApiError} `not_found` when the hub has no such profile.
 */
export async function marketEntryOf(
  c: Context<AppEnv>,
  kind: Kind,
  id: string,
  { country, limit, explain }: MarketEntryQuery,
): Promise<MarketEntry> {
  const db = readTogether(c.get('db'));
  const hub = c.get('hub');
  const viewer = viewerOf(c, kind);
  const [search, past, ...tunings] = await Promise.all([
    searchOf(c, db),
    readPast(db, hub.id, { kind, id }, undefined, introductionsFor(c)),
    ...soughtBy(kind).map((sought) => readTuning(db, hub, kind, sought)),
  ]);
  const subject = await storedSubject(c, search, kind, id);
  if (!subject) throw missing(kind, id);

  const found = await Promise.all(
    tunings.map(async (tuning) => {
      const asked = { ...tuning, accept: () => isInMarket(country), need: weights.POOL, misses: true };
      const index = await search.near(subject, asked);
      return marketGroup(index, subject, country, { ...tuning, limit, viewer: perCandidate(viewer, kind) });
    }),
  );
  const listed = found.flatMap(({ matches }) => matches);
  const [card, history] = await Promise.all([readCards(db, hub, listed, viewer), past.of(listed)]);
  const words = inWords(explain);
  const to = explain && createFormatter(LOCALE_STRINGS[explain]);
  return {
    subject: { kind, id },
    country,
    model: subject.model,
    sequence: hub.sequence,
    groups: found.map(({ matches, none, ...group }) => ({
      ...group,
      ...(to && { label: to.capitalise(to.kind(group.kind)) }),
      matches: withCard(matches, card).map(([match, shown], i) => ({
        ...words.card(shown),
        rank: i + 1,
        ...words.match(match),
        ...history(match),
      })),
      ...(none && { none: words.sentences(none) }),
    })),
  } as MarketEntry;
}
