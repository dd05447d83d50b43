import { corridorListSchema } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import {
  agree,
  consent,
  type ExchangeHub,
  exchangeHub,
  openCorridor,
  putAllCheap,
  putCheap,
  setPolicy,
} from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { countCorridors } from './store.ts';
import { publicCounts } from './suppress.ts';

const db = () => bindings.DB.withSession('first-primary');

/** The counts of offers of one corridor by hub. */
async function offers(from: string, to: string) {
  const { byHome, byReceiver } = await countCorridors(db());
  const of = (parts: typeof byHome) =>
    Object.fromEntries(parts.filter((p) => p.from === from && p.to === to).map((p) => [p.hub, p.offers]));
  return { home: of(byHome), receiver: of(byReceiver) };
}

const offer = async (hub: ExchangeHub, ids: string[], profile: object = {}, options: object = {}) => {
  await putAllCheap(
    hub.id,
    ids.map((id) => ['startup', id, { ...STARTUP, ...profile }]),
  );
  for (const id of ids) await consent(hub, 'startup', id, options);
};

test('a card counts once for each corridor on which it may be seen, by every rule that releases it', async () => {
  const [home, other] = [await exchangeHub('KG'), await exchangeHub('KG')];
  const [near, far] = [await exchangeHub('UZ'), await exchangeHub('UZ')];
  for (const receiver of [near, far]) await openCorridor(receiver, 'KG');
  await agree(home, near);
  await agree(far, home, { countries: ['KG'], kinds: ['startup'] });
  await offer(home, ['a', 'b']);
  await offer(home, ['elsewhere'], { country: 'TM' });
  await offer(home, ['hidden'], { country: 'TM', private: ['country'] });
  await offer(home, ['named'], {}, { hubs: [near.id] });
  await offer(home, ['paused'], { status: 'paused' });
  await offer(other, ['no-agreement']);
  await putCheap(home.id, 'investor', 'fund', INVESTOR);
  await consent(home, 'investor', 'fund');

  expect(await offers('KG', 'UZ')).toEqual({ home: { [home.id]: 6 }, receiver: { [near.id]: 6, [far.id]: 1 } });
  await setPolicy(home.id, { enabled: true, cardFields: { startup: ['stage'], investor: [] } });
  expect((await offers('KG', 'UZ')).receiver[far.id]).toBe(4);
  await setPolicy(home.id, { enabled: false });
  expect(await offers('KG', 'UZ')).toEqual({ home: {}, receiver: {} });
});

test('introductions count where the cards are offered', async () => {
  const [home, receiver] = [await exchangeHub('TM'), await exchangeHub('HU')];
  const insert = (n: number, state: string) =>
    bindings.DB.prepare(
      `INSERT INTO introductions (id, from_hub, from_kind, from_id, from_ref, to_hub, to_kind, to_id, to_ref, state,
         message, created_at, expires_at)
       VALUES (?1, ?2, 'investor', ?1, '~a', ?3, 'startup', 's', '~b', ?4, '', '2026-01-01', '2026-02-01')`,
    ).bind(`int_corridor_${n}`, receiver.id, home.id, state);
  const states = [...Array(6).fill('accepted'), ...Array(5).fill('declined')];
  await bindings.DB.batch(states.map((state, n) => insert(n, state)));
  const { byHome, byReceiver } = await countCorridors(db());
  expect(publicCounts(byHome, byReceiver)).toContainEqual({
    ...{ from: 'TM', to: 'HU' },
    ...{ offers: null, introductions: 10, acceptances: 5 },
  });
});

test('the numbers are public, cached for five minutes, and name no hub', async () => {
  const { status, json, text, headers } = await call('GET', '/v1/corridors');
  expect(status).toBe(200);
  expect(corridorListSchema.safeParse(json).error).toBeUndefined();
  expect(headers.get('cache-control')).toBe('public, max-age=300');
  expect(text).not.toContain('hub-');
  expect((await call('GET', '/v1/corridors')).json.asOf).toBe(json.asOf);
});

test('a hub opens and closes the corridors that lead to its country', async () => {
  const hub = await exchangeHub('AZ');
  const list = async () => (await call('GET', '/v1/corridors/subscriptions', hub)).json.items;
  for (let i = 0; i < 2; i++)
    expect(await openCorridor(hub, 'KZ')).toMatchObject({ status: 200, json: { from: 'KZ', to: 'AZ' } });
  await openCorridor(hub, 'UZ');
  expect((await list()).map(({ from }: { from: string }) => from)).toEqual(['KZ', 'UZ']);
  for (let i = 0; i < 2; i++) expect((await call('DELETE', '/v1/corridors/subscriptions/KZ', hub)).status).toBe(204);
  expect((await list()).map(({ from }: { from: string }) => from)).toEqual(['UZ']);
  expect((await openCorridor(hub, 'QQ')).status).toBe(422);
  const { results } = await bindings.DB.prepare('SELECT action FROM audit WHERE hub_id = ? ORDER BY rowid')
    .bind(hub.id)
    .all();
  expect(results.map(({ action }) => action)).toContain('corridor.closed');
});

test('no corridor leads to a hub without a country', async () => {
  const hub = await newHub();
  expect(await call('PUT', '/v1/corridors/subscriptions/KZ', hub)).toMatchObject({ status: 409 });
  expect((await call('GET', '/v1/corridors/subscriptions', hub)).json.items).toEqual([]);
});
