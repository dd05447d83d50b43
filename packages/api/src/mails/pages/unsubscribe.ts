import { html } from 'hono/html';
import { record } from '../../audit/record.ts';
import { tryBatch } from '../../lib/guarded-batch.ts';
import { act } from '../../subscriptions/service.ts';
import { endSubscription } from '../../subscriptions/store.ts';
import { addressHash, isSuppressed, suppress } from '../../suppressions/store.ts';
import { form, type Html, more, type View } from './layout.ts';
import { actorOf, type Form, type Opened, type Purpose, pathTo, words } from './purpose.ts';
import { guardNotEnded, guardNotStopped } from './store.ts';

/** Ends mail: of one profile, or of the whole hub. */
export const unsubscribe: Purpose = {
  show: async (opened) => {
    const { db, hub, subscription } = opened;
    if (await isSuppressed(db, hub.id, subscription.email_key)) return done(opened, 'all');
    return question(opened);
  },
  act: async (opened, form) => {
    const choice = choiceOf(form);
    if (!choice) return { ...(await question(opened)), status: 400 };
    await (choice === 'all' ? stopAll(opened) : stopOne(opened));
    return done(opened, choice);
  },
};

/** What a button says; or a mailbox, which sends `List-Unsubscribe=One-Click` (RFC 8058) and can choose nothing else. */
function choiceOf(sent: Form): 'one' | 'all' | undefined {
  if (sent.get('List-Unsubscribe') === 'One-Click') return 'all';
  const stop = sent.get('stop');
  return stop === 'one' || stop === 'all' ? stop : undefined;
}

async function stopOne({ db, subscription, now }: Opened): Promise<void> {
  const { hub_id, id } = subscription;
  await tryBatch(db, [
    guardNotEnded(db, subscription),
    endSubscription(db, hub_id, id, now),
    act(db, hub_id, actorOf(subscription), 'ended', id, now),
  ]);
}

async function stopAll({ db, subscription, now }: Opened): Promise<void> {
  const { hub_id, email_key } = subscription;
  const hash = await addressHash(hub_id, email_key);
  // Sent twice at a time, one of the two writes. Where staff put it on the list, the reader's word counts from now on.
  await tryBatch(db, [
    guardNotStopped(db, hub_id, hash),
    ...(await suppress(db, hub_id, email_key, 'unsubscribed', now)),
    record(
      db,
      hub_id,
      actorOf(subscription),
      { action: 'suppression.added', subject: { kind: 'suppression', id: hash } },
      now,
    ),
  ]);
}

/** Asks what is to stop: of a subscription that has ended, whether the rest is. */
async function question(opened: Opened): Promise<View> {
  const { subscription, hub, profile } = opened;
  const { unsubscribe: own } = words(opened);
  const hasEnded = subscription.state === 'ended';
  const one = html`<button class="main wide" name="stop" value="one">${own.one(profile)}</button>`;
  return {
    title: own.title,
    body: html`${hasEnded && html`<p>${own.doneOne(profile)}</p>`}<p>${own.lead}</p>${form(
      html`${!hasEnded && one}<button name="stop" value="all">${own.all(hub.name)}</button>`,
    )}${hasEnded && (await wayBack(opened))}`,
  };
}

async function done(opened: Opened, choice: 'one' | 'all'): Promise<View> {
  const { hub, profile } = opened;
  const { unsubscribe: own } = words(opened);
  return {
    title: own.done,
    body: html`<p>${choice === 'all' ? own.doneAll(hub.name) : own.doneOne(profile)}</p>${await wayBack(opened)}`,
  };
}

const wayBack = async (opened: Opened): Promise<Html> =>
  more([{ url: await pathTo(opened, 'preferences'), label: words(opened).back.offer }]);
