import { mailSettingsSchema } from '@kopru/sdk/schema';
import { LOCALES } from '@kopru/sdk/strings';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { newHub } from '../../test/hub.ts';
import { FITS } from '../../test/listening.ts';
import { composed, contextFor, mailOf, subscribe } from '../../test/subscribers.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import { composeTest } from './compose.ts';
import { readLink } from './links.ts';
import type { Message } from './message.ts';

const FUND = { kind: 'investor', id: 'fund' } as const;

let hub: { id: string; key: string };
beforeEach(async () => {
  hub = await newHub();
  await putCheap(hub.id, 'investor', 'fund', FITS);
});

const confirmation = (subscription: SubscriptionRow, more = {}) =>
  composed(subscription, mailOf(subscription, 'confirmation'), more);
const messageOf = async (subscription: SubscriptionRow, more = {}) =>
  ((await confirmation(subscription, more)) as { message: Message }).message;

describe('the question for consent', () => {
  test('goes to the address with one link, which confirms, and with no other', async () => {
    const subscription = await subscribe(hub, FUND, { state: 'pending' });
    const message = await messageOf(subscription);
    expect(message).toMatchObject({ to: { email: subscription.email, name: 'Aida Serikova' }, lang: 'en' });
    expect(message.unsubscribeUrl).toBeUndefined();
    const [link, ...others] = [...message.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href as string);
    expect(others).toEqual([]);
    const token = link?.split('/').at(-1) as string;
    const now = new Date();
    expect(await readLink(bindings.KOPRU_KEYRING, 'confirm', token, now)).toMatchObject({
      hub: hub.id,
      subscription: subscription.id,
    });
    const later = new Date(now.getTime() + 8 * 86_400_000);
    await expect(readLink(bindings.KOPRU_KEYRING, 'confirm', token, later)).rejects.toMatchObject({ code: 'expired' });
  });

  test('says how often mail comes, in the words of each language', async () => {
    const said = new Set<string>();
    for (const locale of LOCALES) {
      const weekly = await subscribe(hub, FUND, { state: 'pending', locale, frequency: 'weekly', weekday: 5, hour: 7 });
      const { text } = await messageOf(weekly);
      expect(text).toContain('07:00');
      said.add(text);
    }
    expect(said.size).toBe(LOCALES.length);
    const { text } = await messageOf(
      await subscribe(hub, FUND, { state: 'pending', frequency: 'weekly', weekday: 5, hour: 7 }),
    );
    expect(text).toContain('every Friday at 07:00');
  });

  test('is not asked again of who has confirmed or ended it', async () => {
    expect(await confirmation(await subscribe(hub, FUND))).toEqual({ skip: 'confirmed_already' });
    expect(await confirmation(await subscribe(hub, FUND, { state: 'ended' }))).toEqual({ skip: 'ended' });
  });
});

describe('a mail', () => {
  test('has the look of its hub and an address for answers', async () => {
    const settings = mailSettingsSchema.parse({
      ...mailSettingsSchema.parse({}),
      color: '#ffcc00',
      replyTo: 'team@hub.example',
      postalAddress: 'Abay 1, Almaty',
    });
    const subscription = await subscribe(hub, FUND, { state: 'pending' });
    const message = await messageOf(subscription, { settings });
    expect(message.replyTo).toEqual({ email: 'team@hub.example' });
    expect(message.html).toContain('bgcolor="#ffcc00"');
    expect(message.html).toContain('color:#000000');
    expect(message.text).toContain('Abay 1, Almaty');
  });

  test('of a subscriber says where one POST ends it, by a link that never expires', async () => {
    const weekly = await subscribe(hub, FUND, { frequency: 'weekly', nothing_new: 1, name: null });
    const result = await composed(weekly, mailOf(weekly, 'digest'));
    const { message } = result as { message: Message };
    expect(message.to).toEqual({ email: weekly.email });
    expect(message.listId).toBe(`digest.${hub.id}.kopru.example`);
    const token = message.unsubscribeUrl?.split('/').at(-1) as string;
    const link = await readLink(bindings.KOPRU_KEYRING, 'unsubscribe', token, new Date('2099-01-01'));
    expect(link).toMatchObject({ subscription: weekly.id });
    expect(message.html).toContain(message.unsubscribeUrl);
  });
});

test('a test mail can be written in each language', async () => {
  const context = await contextFor(await subscribe(hub, FUND));
  const texts = LOCALES.map((lang) => composeTest(context, { email: 'staff@hub.example' }, lang).text);
  expect(new Set(texts).size).toBe(LOCALES.length);
});
