import { record } from '../../audit/record.ts';
import { tryBatch } from '../../lib/guarded-batch.ts';
import { act, changed } from '../../subscriptions/service.ts';
import { getSubscription, guardUnchanged, type SubscriptionRow, writeSubscription } from '../../subscriptions/store.ts';
import { addressHash, deleteSuppression, getSuppression } from '../../suppressions/store.ts';
import { actorOf, type Opened } from './purpose.ts';
import { endedByOthers, guardNotSuppressed } from './store.ts';

/** Why no mail comes that its reader cannot bring back; undefined where there is no such reason. */
export async function refusalOf({
  db,
  hub,
  subscription,
}: Opened): Promise<'bounced' | 'complained' | 'staff' | undefined> {
  const found = await getSuppression(db, hub.id, await addressHash(hub.id, subscription.email_key));
  if (found && found.reason !== 'unsubscribed') return found.reason;
  // Whoever was taken off by the owner or the hub, having left perhaps, does not get back in by an old mail.
  return subscription.state === 'ended' && (await endedByOthers(db, subscription)) ? 'staff' : undefined;
}

/**
 * Confirms a subscription that waits for it or has ended. Who holds a link of its mails reads the mailbox, so that
 * the click is the consent, and takes back that the address unsubscribed. One that is confirmed stays as it is.
 *
 * @returns the subscription as it is now; undefined when it is gone.
 */
export async function consent(opened: Opened): Promise<SubscriptionRow | undefined> {
  const { db, hub, subscription, now } = opened;
  if (subscription.state !== 'confirmed' && !(await refusalOf(opened))) {
    const hash = await addressHash(hub.id, subscription.email_key);
    const found = await getSuppression(db, hub.id, hash);
    const actor = actorOf(subscription);
    const at = now.toISOString();
    const asked = { ...subscription, state: 'confirmed', confirmed_at: at, ended_at: null } as const;
    // One that is changed in the same moment is left as that change made it: the page shows how it stands.
    await tryBatch(db, [
      guardUnchanged(db, subscription),
      ...(found?.reason === 'unsubscribed'
        ? [
            deleteSuppression(db, hub.id, hash),
            record(
              db,
              hub.id,
              actor,
              { action: 'suppression.removed', subject: { kind: 'suppression', id: hash } },
              now,
            ),
          ]
        : []),
      guardNotSuppressed(db, hub.id, hash),
      writeSubscription(db, changed(asked, {}, now)),
      act(db, hub.id, actor, 'confirmed', subscription.id, now),
    ]);
  }
  return (await getSubscription(db, hub.id, subscription.id)) ?? undefined;
}
