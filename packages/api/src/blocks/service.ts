import type { BlockView, Kind } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import { assertPaired, findShown } from '../introductions/parties.ts';
import { findCounterparty, hideOpen } from '../introductions/store.ts';
import { guard } from '../lib/guard.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { getProfile } from '../profiles/store.ts';
import { type Block, deleteBlock, findBlock, getBlock, insertBlock, mayBlock } from './store.ts';

type Ref = { readonly kind: Kind; readonly id: string };

/**
 * Keeps a block. It takes what is open from the blocked side out of the owner's sight, and nothing
 * tells the blocked side: its requests are never answered, and expire.
 *
 * @returns the block, and whether this request made it, now or when it was sent before.
 * @throws {ApiError} `not_found` when there is no such profile, or neither this hub is shown it now nor
 *   the owner knows it from an introduction; `idempotency_key_reused` when the id is that of another block.
 */
export async function block(
  db: Queryable,
  hub: Hub,
  actor: Actor,
  { id, owner, blocked }: { readonly id: string; readonly owner: Ref; readonly blocked: Ref },
  now: Date,
): Promise<{ block: BlockView; created: boolean }> {
  assertPaired({ owner, blocked }, 'owner', 'blocked');
  if (!(await getProfile(db, hub.id, owner.kind, owner.id))) throw missing(owner);
  const self = { hub: hub.id, kind: owner.kind, id: owner.id };
  const other = (await findShown(db, hub, blocked)) ?? (await findCounterparty(db, self, blocked));
  if (!other) throw missing(blocked);
  await makeOnce(db, { table: 'blocks', id }, [
    guard(db, ...mayBlock(self, other)),
    insertBlock(db, id, self, { ...other, ref: blocked.id }, now),
    hideOpen(db, other, self),
    record(
      db,
      hub.id,
      actor,
      { action: 'block.created', subject: { kind: 'block', id }, details: { owner, blocked } },
      now,
    ),
  ]);
  const kept = await findBlock(db, self, other);
  if (kept) return { block: viewOf(kept), created: kept.id === id };
  const before = await getBlock(db, hub.id, id);
  if (before) assertSameRequest(viewOf(before), { owner, blocked });
  // Lifted, or one of the two erased, by another request at the same moment.
  throw new ApiError('conflict', 'Something else happens to the two at the same moment; send it again.');
}

/** Lifts a block. What it kept from the owner stays out of sight. */
export async function unblock(db: Queryable, hub: Hub, actor: Actor, { id }: Block, now: Date): Promise<void> {
  await db.batch([
    deleteBlock(db, hub.id, id),
    record(db, hub.id, actor, { action: 'block.deleted', subject: { kind: 'block', id } }, now),
  ]);
}

/** A block as its owner and the owner's hub see it. */
export function viewOf({ id, owner, blocked, createdAt }: Block): BlockView {
  const { hub, kind, ref, home } = blocked;
  return {
    id,
    owner: { kind: owner.kind, id: owner.id },
    blocked: { kind, id: ref, ...(hub !== owner.hub && { home: home as NonNullable<BlockView['blocked']['home']> }) },
    createdAt,
  };
}

const missing = ({ kind, id }: Ref) => new ApiError('not_found', `This hub has no ${kind} "${id}".`);
