/**
 * Search by visitors who are not known. They are told less than anybody else: the cards of own
 * profiles, without what an owner keeps private, found by text alone, and which sentences agree.
 *
 * @module
 */

import { dayOf, type Match, type NormalProfile, PAIRINGS } from '@kopru/sdk/engine';
import { KINDS, type Kind, type Profile, type SearchRequest, type SearchResult } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { network } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { sha256 } from '../lib/sha256.ts';
import { DAY } from '../lib/time.ts';
import { readCards } from '../matches/card.ts';
import { filterOf } from '../matches/filter.ts';
import { inWords } from '../matches/sentences.ts';
import { adHocSubject, searchOf } from '../matches/subject.ts';
import { isForeign } from '../matches/viewer.ts';
import { countSearch } from './store.ts';

/** Most cards of an answer; there are no further pages. */
const MOST = 10;

/** Searches that one network may make in a hub and day: a mobile network has many visitors, a copyist wants the whole hub. */
const PER_NETWORK = 100;

/** @throws {ApiError} `forbidden` where the hub has not opened it, `rate_limited` when the day's searches are used up. */
export async function search(c: Context<AppEnv>, asked: SearchRequest): Promise<SearchResult> {
  const { kind, text, lang, facets, explain } = asked;
  const hub = c.get('hub');
  const { enabled, perDay } = hub.settings.anonymousSearch;
  if (!enabled) throw new ApiError('forbidden', 'This hub has not opened its search to visitors.');
  await take(c, perDay);

  const asker = seekerOf(kind);
  const profile = { name: asker, [KINDS[asker].text]: text, ...(lang && { lang }), status: 'active' } as Profile;
  const subject = await adHocSubject(c, asker, profile, '').catch(textIssue);
  const filters = filterOf(facets ?? {});
  const viewer = { side: asker };
  const accept = (candidate: NormalProfile) => isOpen(candidate) && filters.every((filter) => filter(candidate));
  const near = { kind, accept: () => accept, need: MOST, country: facets?.country };
  const index = await (await searchOf(c)).near(subject, near);
  const { matches } = index.match(subject, { kind, limit: MOST, viewer, accept });
  const card = await readCards(c.get('db'), hub, matches, viewer, index);
  const words = inWords(explain);
  const items = matches.flatMap((match) => {
    const found = card(match);
    return found ? [{ ...words.card({ kind, card: found.card, id: match.id }), ...whyFound(words.match(match)) }] : [];
  });
  return { items } as SearchResult;
}

/**
 * How well a profile answers the text, and the sentences that say so. A visitor states nothing but a text,
 * so that no facet of the other side, shown or hidden, has a part in either, or in the order.
 */
function whyFound<R>({ signals, reasons }: Pick<Match, 'signals'> & { readonly reasons: R }) {
  return { fit: signals.find(({ name }) => name === 'semantic')?.value ?? 0, reasons };
}

/** The facets by which a gate keeps out even who states nothing but a text: exclusions, and days and terms of one side alone. */
const KEEP_OUT = [
  'excludedSectors',
  'calls',
  'neededBy',
  'availableUntil',
  'validUntil',
  'licenceType',
  'jurisdictions',
] as const;

/**
 * Whether a profile may be found by text alone: its owner agreed to that beyond matching. What decides over that is
 * read here, so that a profile whose owner hides any of it is left out: else its place, or its absence, would tell of
 * it. A profile of the exchange is for the hubs of its corridor and not for their visitors.
 */
function isOpen(candidate: NormalProfile): boolean {
  const { facets } = candidate;
  // What a fund has left decides together with its smallest ticket.
  const deciding = [candidate.text, ...KEEP_OUT.map((name) => facets[name]), facets.dryPowder && facets.ticket];
  return candidate.search && deciding[0] !== '' && !isForeign(candidate);
}

/** The kind that seeks a kind: it is in its place that a visitor asks. */
const seekerOf = (kind: Kind): Kind =>
  PAIRINGS.find(({ sides }) => sides.includes(kind))?.sides.find((side) => side !== kind) ?? kind;

/** Counts the search, or refuses it until the next day. */
async function take(c: Context<AppEnv>, perDay: number): Promise<void> {
  const now = new Date();
  const day = dayOf(now);
  const hub = c.get('hub');
  // Under the Worker's own secret, since there are so few networks that a bare hash could be tried out.
  const from = await sha256(
    JSON.stringify([c.env.KOPRU_KEYRING, hub.id, day, network(c.req.header('cf-connecting-ip')) ?? 'unknown']),
  );
  const outcome = await countSearch(c.get('db'), hub.id, day, from, { network: PER_NETWORK, hub: perDay });
  if (outcome === 'counted') return;
  c.header('retry-after', String(Math.ceil((Date.parse(day) + DAY - now.getTime()) / 1000)));
  throw new ApiError(
    'rate_limited',
    outcome === 'hub_full' ? 'This hub has had its searches of today.' : 'Your network has had its searches of today.',
  );
}

/** A text of mark-up alone is told of under the name that it has here. */
function textIssue(error: unknown): never {
  if (!(error instanceof ApiError && error.issues)) throw error;
  throw new ApiError(
    error.code,
    'text holds no word that can be matched.',
    error.issues.map((issue) => ({ ...issue, path: '/text' })),
  );
}
