import type { EmbeddedProfile, MatchIndex, Message } from '@kopru/sdk/engine';
import { KINDS, type Kind, type MatchList, type MatchQuery, PRIVATE_FIELDS, type Profile } from '@kopru/sdk/schema';
import { renderMessage } from '@kopru/sdk/strings';
import type { Hub, Queryable } from '../hubs/store.ts';
import { getProfiles } from '../profiles/store.ts';

/** How many near misses `include=rejected` lists. */
const NEAR_MISSES = 5;

/** The match list of a profile: the engine's result with each candidate's card and, where asked for, the sentences. */
export async function matchList(
  db: Queryable,
  hub: Hub,
  index: MatchIndex,
  subject: EmbeddedProfile,
  { limit, minScore, explain, include }: MatchQuery,
): Promise<MatchList> {
  const result = index.match(subject, { limit, minScore, rejected: include === 'rejected' ? NEAR_MISSES : 0 });
  const card = await cards(db, hub, [...result.matches, ...result.rejected]);
  const sentence = (message: Message) => ({
    ...message,
    ...(explain && { text: renderMessage(message.key, message.evidence, explain) }),
  });
  const { kind, id } = subject.profile;
  return {
    subject: { kind, ...(id && { id }) },
    model: subject.model,
    sequence: hub.sequence,
    matches: withCard(result.matches, card).map((match, i) => ({
      ...match,
      rank: i + 1,
      signals: [...match.signals],
      reasons: match.reasons.map(sentence),
      cautions: match.cautions.map(sentence),
    })),
    rejected: withCard(result.rejected, card).map((rejection) => ({
      ...rejection,
      gates: rejection.gates.map(({ message, ...gate }) => ({
        ...gate,
        ...(message && { message: sentence(message) }),
      })),
      changes: rejection.changes.map((change) => ({ ...change, message: sentence(change.message) })),
    })),
  } as MatchList;
}

type Ref = { readonly kind: Kind; readonly id: string };

/** The public part of a profile. */
export function toCard(profile: Profile): Partial<Profile> {
  const hidden: readonly string[] = [...PRIVATE_FIELDS, 'status'];
  return Object.fromEntries(Object.entries(profile).filter(([field]) => !hidden.includes(field)));
}

async function cards(
  db: Queryable,
  hub: Hub,
  refs: readonly Ref[],
): Promise<(ref: Ref) => Partial<Profile> | undefined> {
  const found = new Map<string, Partial<Profile>>();
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const { id, profile } of await getProfiles(db, hub.id, kind, ids)) {
      // What was withdrawn since the index was read is not shown either.
      if (profile.status === 'active' && profile.consent?.matching) found.set(`${kind} ${id}`, toCard(profile));
    }
  }
  return ({ kind, id }) => found.get(`${kind} ${id}`);
}

/** A profile that was deleted since the index was read has no card, and leaves the list. */
const withCard = <T extends Ref>(items: readonly T[], card: (ref: Ref) => Partial<Profile> | undefined) =>
  items.flatMap((item) => {
    const found = card(item);
    return found ? [{ ...item, card: found }] : [];
  });
