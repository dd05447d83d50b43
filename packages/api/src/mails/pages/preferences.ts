import { html } from 'hono/html';
import { tryBatch } from '../../lib/guarded-batch.ts';
import { act, changed } from '../../subscriptions/service.ts';
import { getSubscription, guardUnchanged, type SubscriptionRow, writeSubscription } from '../../subscriptions/store.ts';
import { wordsFor } from '../context.ts';
import { consent, refusalOf } from './consent.ts';
import { form, more, problemView, type View } from './layout.ts';
import { nextMail } from './next-mail.ts';
import { preferencesForm } from './preferences-form.ts';
import { readPreferences, type Shown, shownOf } from './preferences-read.ts';
import { actorOf, type Form, type Opened, type Purpose, pathTo, words } from './purpose.ts';

/** Changes what a subscriber gets, or brings a subscriber back. */
export const preferences: Purpose = {
  show: (opened) => show(opened),
  act: async (opened, sent) => {
    const wanted = sent.get('do');
    if (wanted === 'return') return comeBack(opened);
    if (wanted === 'save' && opened.subscription.state === 'confirmed') return save(opened, sent);
    return { ...(await show(opened)), ...(!wanted && { status: 400 }) };
  },
};

function show(opened: Opened): Promise<View> {
  const { subscription } = opened;
  return subscription.state === 'confirmed' ? edit(opened, shownOf(subscription)) : offer(opened);
}

async function edit(opened: Opened, shown: Shown): Promise<View> {
  const { subscription, profile } = opened;
  const { preferences: own } = words(opened);
  return {
    ...(shown.wrong.size > 0 && { status: 422 as const }),
    title: own.title,
    body: html`<p>${own.lead(profile)}</p>${preferencesForm(subscription.locale, shown)}${more([
      { url: await pathTo(opened, 'unsubscribe'), label: wordsFor(opened).footer.unsubscribe },
    ])}`,
  };
}

async function offer(opened: Opened): Promise<View> {
  const { back } = words(opened);
  const refused = await refusalOf(opened);
  return {
    title: back.title,
    body: refused
      ? html`<p>${back.refused[refused]}</p>`
      : html`<p>${back.lead(opened.profile)}</p>${form(
          html`<button class="main" name="do" value="return">${back.button}</button>`,
        )}`,
  };
}

async function comeBack(opened: Opened): Promise<View> {
  const subscription = await consent(opened);
  if (!subscription) return problemView(opened.subscription.locale, 'gone');
  const now = { ...opened, subscription };
  if (subscription.state !== 'confirmed') return { ...(await offer(now)), status: 409 };
  const { confirm } = words(now);
  return { title: confirm.done, body: html`<p>${confirm.doneLead(now.hub.name, now.profile)}</p>${await ending(now)}` };
}

async function save(opened: Opened, sent: Form): Promise<View> {
  const { db, subscription, now } = opened;
  const { hub_id, id } = subscription;
  const read = readPreferences(sent, subscription);
  if ('wrong' in read) return edit(opened, read);
  const row = changed(subscription, read, now);
  if (isOther(row, subscription)) {
    const written = await tryBatch(db, [
      guardUnchanged(db, subscription),
      writeSubscription(db, row),
      act(db, hub_id, actorOf(subscription), 'updated', id, now),
    ]);
    if (!written) {
      // Changed or ended in the same moment, and never brought back by this: the page shows how it stands.
      const present = await getSubscription(db, hub_id, id);
      return present ? show({ ...opened, subscription: present }) : problemView(subscription.locale, 'gone');
    }
  }
  const saved = { ...opened, subscription: row };
  return { lang: row.locale, title: words(saved).preferences.saved, body: await ending(saved) };
}

/** Whether anything but the times of the change differs. */
const isOther = (a: SubscriptionRow, b: SubscriptionRow): boolean =>
  (Object.keys(a) as (keyof SubscriptionRow)[]).some(
    (name) => name !== 'updated_at' && name !== 'next_at' && a[name] !== b[name],
  );

/** What comes next, and the way back to the form. */
const ending = async (opened: Opened) =>
  html`${nextMail(opened)}${more([
    { url: await pathTo(opened, 'preferences'), label: wordsFor(opened).footer.preferences },
  ])}`;
