import type { Kind } from '@kopru/sdk/schema';
import type { Actor } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import { findHub, type Hub } from '../hubs/store.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import { getProfile } from '../profiles/store.ts';
import { announce } from './announce.ts';
import { EXPIRES_AFTER, OPEN_AT_ONE_HUB, PAUSE_AFTER, REQUESTS_A_DAY } from './limits.ts';
import { assertPaired, findShown, notShown, refFor } from './parties.ts';
import type { Introduction, Party } from './sides.ts';
import { guardStanding, readStanding, type Standing } from './standing-store.ts';
import { findIntroduction, insertIntroduction } from './store.ts';

type Ref = { readonly kind: Kind; readonly id: string };

interface Asked {
  /** Of the introduction, see `newId`. */
  readonly id: string;
  readonly from: Ref;
  readonly to: Ref;
  readonly message: string;
  readonly lang: Introduction['lang'];
}

/** How often an ask is tried again whose ground another write changed. */
const TRIES = 3;

/**
 * Asks one profile, in the name of another of this hub, to meet.
 *
 * One who is blocked is not told: the request looks as any other and is never answered.
 *
 * @throws {ApiError} `not_found` when there is no such profile, or none that this hub is shown now;
 *   `conflict` when the asking one may not be shown to the other, or the two had their introduction;
 *   `idempotency_key_reused` when the id is that of another request;
 *   `rate_limited` when it asks too much.
 */
export async function ask(db: Queryable, hub: Hub, actor: Actor, asked: Asked, now: Date): Promise<Introduction> {
  assertPaired(asked, 'from', 'to');
  for (let tries = 0; tries < TRIES; tries++) {
    const sent = await findIntroduction(db, hub.id, asked.id);
    if (sent) return asSent(sent, asked);
    const introduction = await draft(db, hub, asked, now);
    const { from, to, blocked } = introduction;
    const made = await makeOnce(db, { table: 'introductions', id: asked.id }, [
      guardStanding(db, from, to, blocked, now),
      insertIntroduction(db, introduction),
      ...announce(db, introduction, 'introduction.requested', { actor, hub: hub.id }, now),
    ]);
    if (made) return introduction;
  }
  throw new ApiError('conflict', 'Something else happens to the two at the same moment; send it again.');
}

/** What an earlier request under the same key has sent. @throws {ApiError} when it asked for something else. */
function asSent(sent: Introduction, { from, to, message, lang }: Asked): Introduction {
  const as = { ...sent, from: { kind: sent.from.kind, id: sent.from.id }, to: { kind: sent.to.kind, id: sent.to.ref } };
  assertSameRequest(as, { from, to, message, lang });
  return sent;
}

/** The introduction as it would be, if nothing changes before it is written. */
async function draft(
  db: Queryable,
  hub: Hub,
  { id, from, to, message, lang }: Asked,
  now: Date,
): Promise<Introduction> {
  if (!(await getProfile(db, hub.id, from.kind, from.id))) throw missing(from);
  const asked = await findShown(db, hub, to);
  const home = asked && (await findHub(db, asked.hub));
  if (!asked || !home) throw missing(to);
  const asking: Party = { hub: hub.id, kind: from.kind, id: from.id };
  const ref = await refFor(db, home, asking);
  if (ref === undefined) throw new ApiError('conflict', notShown(from.kind));
  const standing = await readStanding(db, asking, asked, now);
  assertMayAsk(standing);
  const { blocked } = standing;
  const waits = asked.hub !== hub.id && home.settings.exchange.approveIntroductions && !blocked;
  return {
    id,
    from: { ...asking, ref, home: homeOf(hub) },
    to: { ...asked, ref: to.id, home: homeOf(home) },
    state: waits ? 'awaiting_approval' : 'requested',
    blocked,
    message,
    lang,
    declineReason: null,
    reminders: 0,
    createdAt: now.toISOString(),
    deliveredAt: waits || blocked ? null : now.toISOString(),
    expiresAt: daysAfter(now, EXPIRES_AFTER),
    decidedAt: null,
    meeting: null,
  };
}

const missing = ({ kind, id }: Ref) => new ApiError('not_found', `This hub has no ${kind} "${id}".`);

const homeOf = ({ id, name, country }: Hub) => ({
  hub: id,
  name,
  country: country as Introduction['from']['home']['country'],
});

/** @throws {ApiError} `conflict` or `rate_limited`, in words that say nothing of what the other side did. */
function assertMayAsk({ blocking, earlier, since, today, open }: Standing): void {
  if (blocking) throw new ApiError('conflict', 'This profile is blocked; lift the block first.');
  if (earlier === 'accepted') throw new ApiError('conflict', 'The two are introduced already.');
  if (earlier && since) {
    const until = daysAfter(new Date(since), PAUSE_AFTER[earlier as keyof typeof PAUSE_AFTER]);
    throw new ApiError('conflict', `The two had an introduction lately; the next is possible after ${until}.`);
  }
  if (earlier) throw new ApiError('conflict', 'There is an open introduction of the two.');
  if (today >= REQUESTS_A_DAY)
    throw new ApiError('rate_limited', `A profile may ask ${REQUESTS_A_DAY} times in 24 hours.`);
  if (open >= OPEN_AT_ONE_HUB)
    throw new ApiError('rate_limited', `A profile may have ${OPEN_AT_ONE_HUB} open requests at one hub.`);
}
