import type { MatchIndex, Viewer } from '@kopru/sdk/engine';
import {
  type ExchangeCard,
  type Home,
  KIND_NAMES,
  KINDS,
  type Kind,
  mayBeShown,
  PRIVATE_FIELDS,
  type Profile,
  standingOf,
} from '@kopru/sdk/schema';
import { exchangeCards } from '../exchange/cards.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { heldProfiles } from './held-profiles.ts';
import { isForeign } from './viewer.ts';

export interface Ref {
  readonly kind: Kind;
  readonly id: string;
}

/**
 * What a viewer sees of a profile: never what no card carries, and nothing that its owner keeps private
 * but for the hub's own server and the owner's side. The language goes with the text, from which it is
 * detected.
 *
 * @param viewer none: somebody who owns neither side.
 */
export function toCard({ kind, profile }: { kind: Kind; profile: Profile }, viewer?: Viewer): Partial<Profile> {
  const seesAll = viewer && ('sees' in viewer || viewer.side === kind);
  const kept: readonly string[] = seesAll ? [] : (profile.private ?? []);
  const hidden = new Set<string>([...PRIVATE_FIELDS, 'status', ...kept]);
  if (hidden.has(KINDS[kind].text)) hidden.add('lang');
  return Object.fromEntries(Object.entries(profile).filter(([field]) => !hidden.has(field)));
}

/** What stands beside a candidate in an answer. */
export interface Shown {
  readonly card: Partial<Profile> | ExchangeCard;
  /** Of a profile of another hub. */
  readonly home?: Home;
}

/**
 * The cards of candidates as they may be shown right now: what was withdrawn since the index was read
 * has none, and so leaves the answer.
 *
 * @param index the caught-up index that the candidates are of, which says which profiles need not be read again.
 */
export async function readCards(
  db: Queryable,
  hub: Hub,
  refs: readonly Ref[],
  viewer: Viewer,
  index?: Pick<MatchIndex, 'get'>,
): Promise<(ref: Ref) => Shown | undefined> {
  const [foreign, ...own] = await Promise.all([
    exchangeCards(db, hub, refs),
    ...KIND_NAMES.map((kind) => {
      const ids = refs.filter((ref) => ref.kind === kind && !isForeign(ref)).map(({ id }) => id);
      return ids.length > 0 ? heldProfiles(db, hub.id, kind, ids, index) : [];
    }),
  ]);
  const found = new Map<string, Shown>(foreign);
  for (const stored of own.flat()) {
    if (mayBeShown(standingOf(stored.profile))) found.set(keyOf(stored), { card: toCard(stored, viewer) });
  }
  return (ref) => found.get(keyOf(ref));
}

const keyOf = ({ kind, id }: Ref): string => `${kind} ${id}`;
