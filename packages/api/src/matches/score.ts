import { type EmbeddedProfile, matchPair, pairingOf, type Viewer } from '@kopru/sdk/engine';
import { type Kind, type MatchQuery, mayBeShown, type Profile, type Score, type ScoreRequest } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { assertOwn } from '../lib/principal.ts';
import { getProfiles } from '../profiles/store.ts';
import type { HubSearch } from '../vectorize/hub-search.ts';
import { type Ref, readCards, type Shown, toCard } from './card.ts';
import { inWords } from './sentences.ts';
import { adHocSubject, missing, searchOf, storedSubject } from './subject.ts';
import { readTuning } from './tuning.ts';
import { isForeign, perCandidate, viewerOf } from './viewer.ts';

type Side = ScoreRequest['subject'];

/**
 * One pair, eligible or not: its gates and what would have to change, its signals, score and
 * explanation, as far as who asks may be told.
 *
 * @throws {ApiError} `not_found` on a profile that is not there for who asks.
 */
export async function scorePair(
  c: Context<AppEnv>,
  { subject, candidate }: ScoreRequest,
  { explain }: Pick<MatchQuery, 'explain'>,
): Promise<Score> {
  assertMayAsk(c, subject, candidate);
  if (!pairingOf(subject.kind, candidate.kind)) throw unpaired(subject.kind, candidate.kind);
  const search = await searchOf(c);
  const from = await embedded(c, search, subject, '/subject/profile');
  const viewer = viewerOf(c, subject.kind);
  const [to, shown] = await theOther(c, search, candidate, viewer);
  const { weights } = await readTuning(c.get('db'), c.get('hub'), subject.kind, candidate.kind);
  const result = matchPair(from, to, { viewer: perCandidate(viewer, subject.kind)(to.profile), weights });
  const words = inWords(explain);
  return {
    subject: { kind: subject.kind, ...('id' in subject && { id: subject.id }) },
    candidate: { kind: candidate.kind, ...('id' in candidate && { id: candidate.id }), ...shown },
    model: from.model,
    eligible: result.eligible,
    ...words.match(result),
    ...words.whyNot(result),
  } as Score;
}

/** A viewer asks about its own profile and one that is stored. */
function assertMayAsk(c: Context<AppEnv>, subject: Side, candidate: Side): void {
  if (c.get('principal').kind !== 'viewer') return;
  if (!('id' in subject) || !('id' in candidate))
    throw new ApiError('forbidden', 'A viewer token scores its own profile with another that is stored.');
  assertOwn(c, subject.kind, subject.id);
}

const unpaired = (a: Kind, b: Kind) =>
  new ApiError('invalid_request', `A ${a} is not paired with a ${b}.`, [
    {
      in: 'body',
      path: '/candidate/kind',
      rule: 'paired',
      message: `must be a kind that a ${a} is paired with`,
      received: 'string',
    },
  ]);

/** The side of the question, and what may be shown of it. */
async function theOther(
  c: Context<AppEnv>,
  search: HubSearch,
  side: Side,
  viewer: Viewer,
): Promise<[EmbeddedProfile, Shown]> {
  if (!('id' in side))
    return [await embedded(c, search, side, '/candidate/profile'), { card: toCard(side as AdHoc, viewer) }];
  const found = isForeign(side)
    ? (await search.of([side])).get(side.kind, side.id)
    : await storedSubject(c, search, side.kind, side.id);
  const shown = found && (await shownAs(c, side, viewer));
  if (!found || !shown || !('sees' in viewer || mayBeShown(found.profile))) throw missing(side.kind, side.id);
  return [found, shown];
}

/** As in a list; the hub's own server also asks about its profiles that may not be shown. */
async function shownAs(c: Context<AppEnv>, ref: Ref, viewer: Viewer): Promise<Shown | undefined> {
  const [db, hub] = [c.get('db'), c.get('hub')];
  const listed = (await readCards(db, hub, [ref], viewer))(ref);
  if (listed || !('sees' in viewer) || isForeign(ref)) return listed;
  const [stored] = await getProfiles(db, hub.id, ref.kind, [ref.id]);
  return stored && { card: toCard(stored, viewer) };
}

interface AdHoc {
  readonly kind: Kind;
  readonly profile: Profile;
}

async function embedded(c: Context<AppEnv>, search: HubSearch, side: Side, at: string): Promise<EmbeddedProfile> {
  if (!('id' in side)) return adHocSubject(c, side.kind, (side as AdHoc).profile, at);
  const found = await storedSubject(c, search, side.kind, side.id);
  if (!found) throw missing(side.kind, side.id);
  return found;
}
