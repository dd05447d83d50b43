import type { MatchIndex } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import { releaseCard } from '../exchange/release.ts';
import { type OfferChange, type PartnerState, readOfferChanges } from '../exchange/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { rowOrLog } from '../lib/row-or-log.ts';
import { readDeletions } from '../profiles/store.ts';
import { cardEntry, type Model } from './stored-entry.ts';

/** What an index holds of one partner. */
export interface HeldPartner {
  readonly version: string;
  sequence: number;
  /** Exchange ids by the partner's `"kind id"`. */
  readonly cards: Map<string, string>;
}

/** Whether what is held of a partner is at least as new as what a view saw of it. */
export const holdsPartner = (known: HeldPartner | undefined, { sequence, version }: PartnerState): boolean =>
  known !== undefined && (known.sequence > sequence || (known.sequence === sequence && known.version === version));

export interface CatchUp {
  readonly db: Queryable;
  readonly hubId: string;
  readonly model: Model;
  /** Whether this catch-up still is the one at work. */
  readonly isMine: () => boolean;
}

/** Applies what a partner wrote since. What decides about all of its cards at once has them all read anew. */
export async function catchUpPartner(
  { db, hubId, model, isMine }: CatchUp,
  { index, partners }: { readonly index: MatchIndex; readonly partners: Map<string, HeldPartner> },
  partner: PartnerState,
): Promise<void> {
  let known = partners.get(partner.hub);
  if (holdsPartner(known, partner)) return;
  if (known?.version !== partner.version) {
    if (known) dropCards(index, known);
    known = { version: partner.version, sequence: 0, cards: new Map() };
    partners.set(partner.hub, known);
  }
  const { cards, sequence } = known;
  const drop = (kind: Kind, id: string) => {
    const card = cards.get(`${kind} ${id}`);
    if (card) index.delete(kind, card);
    cards.delete(`${kind} ${id}`);
  };
  for (let after = partner.open ? sequence : undefined; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof readOfferChanges>> = await readOfferChanges(db, partner.hub, model.id, after);
    if (!isMine()) return;
    for (const change of page.changes) {
      const { kind, id } = change;
      drop(kind, id);
      const entry = rowOrLog({ hub: partner.hub, kind, id }, () => entryOf(partner, hubId, change, model));
      if (!entry) continue;
      index.set(entry);
      cards.set(`${kind} ${id}`, entry.profile.id);
    }
    after = page.last;
  }
  if (cards.size > 0) {
    const deleted = await readDeletions(db, partner.hub, sequence);
    if (!isMine()) return;
    for (const { kind, id } of deleted) drop(kind, id);
  }
  known.sequence = partner.sequence;
}

function entryOf(partner: PartnerState, hubId: string, { offer, vectors }: OfferChange, model: Model) {
  // The copy reads the profile, once.
  const read = offer && { ...offer };
  const card = read && vectors && releaseCard(partner, hubId, read);
  return card && cardEntry({ ...read, card }, vectors, model);
}

/** Takes all cards of a partner out of the index. */
export function dropCards(index: MatchIndex, { cards }: HeldPartner): void {
  for (const [key, card] of cards) index.delete(key.split(' ', 1)[0] as Kind, card);
}
