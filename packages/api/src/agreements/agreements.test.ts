import { agreementSchema } from '@kopru/sdk/schema';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { type ExchangeHub, exchangeHub } from '../../test/exchange.ts';
import { call } from '../../test/hub.ts';
import { keyWith } from '../../test/viewer.ts';
import { type AgreementRow, acceptAgreement, endAgreement, findAgreement } from './store.ts';

let a: ExchangeHub;
let b: ExchangeHub;
const propose = (hub: ExchangeHub, partner: string, terms: object = {}) =>
  call('POST', '/v1/agreements', { key: hub.key, body: { partner, ...terms } });
const read = async (hub: ExchangeHub) => (await call('GET', '/v1/agreements', { key: hub.key })).json.items;
const act = (hub: ExchangeHub, method: string, id: string, verb = '') =>
  call(method, `/v1/agreements/${id}${verb}`, { key: hub.key });

beforeEach(async () => {
  a = await exchangeHub('KZ');
  b = await exchangeHub('AZ');
});

describe('an agreement', () => {
  test('is proposed by one hub, accepted by the other, and ended by either', async () => {
    const terms = { countries: ['KZ', 'AZ'], kinds: ['startup'] };
    const { status, json } = await propose(a, b.id, terms);
    expect(status).toBe(201);
    expect(agreementSchema.safeParse(json).error).toBeUndefined();
    const partner = { hub: b.id, name: null, country: null };
    expect(json).toMatchObject({ ...terms, partner, proposedBy: 'us', state: 'proposed' });
    expect(await read(b)).toMatchObject([
      { ...terms, id: json.id, partner: { hub: a.id, country: 'KZ' }, proposedBy: 'partner' },
    ]);

    for (let i = 0; i < 2; i++)
      expect(await act(b, 'POST', json.id, '/accept')).toMatchObject({ status: 200, json: { state: 'accepted' } });
    expect((await act(a, 'GET', json.id)).json.partner).toEqual({ hub: b.id, name: b.id, country: 'AZ' });
    for (let i = 0; i < 2; i++) expect((await act(a, 'DELETE', json.id)).status).toBe(204);
    expect((await read(b))[0]).toMatchObject({ state: 'ended', endedAt: expect.any(String) });
    expect((await act(b, 'POST', json.id, '/accept')).status).toBe(409);
  });

  test('is accepted by nobody but the hub that was asked', async () => {
    const { json } = await propose(a, b.id);
    const stranger = await exchangeHub('UZ');
    expect((await act(a, 'POST', json.id, '/accept')).status).toBe(409);
    for (const [method, verb] of [
      ['POST', '/accept'],
      ['DELETE', ''],
      ['GET', ''],
    ] as const)
      expect((await act(stranger, method, json.id, verb)).status).toBe(404);
    expect(await read(stranger)).toEqual([]);
    expect((await read(a))[0].state).toBe('proposed');
  });

  test('leaves in each hub its own half of the audit trail', async () => {
    const { json } = await propose(a, b.id);
    await act(b, 'POST', json.id, '/accept');
    await act(b, 'DELETE', json.id);
    const log = async ({ id }: ExchangeHub) =>
      (
        await bindings.DB.prepare(
          'SELECT action, actor, details FROM audit WHERE hub_id = ? AND subject_id = ? ORDER BY rowid',
        )
          .bind(id, json.id)
          .all<{ action: string; actor: string; details: string }>()
      ).results;
    const [ofA, ofB] = [await log(a), await log(b)];
    expect(ofA.map(({ action }) => action)).toEqual(['agreement.proposed', 'agreement.accepted', 'agreement.ended']);
    expect(ofB.map(({ action }) => action)).toEqual(['agreement.accepted', 'agreement.ended']);
    // What the other hub did is there as its act, without its key.
    expect(ofA.slice(1).map(({ actor }) => JSON.parse(actor))).toEqual(Array(2).fill({ kind: 'hub', id: b.id }));
    expect(ofB.map(({ actor }) => JSON.parse(actor).kind)).toEqual(['secret', 'secret']);
  });

  test('tells the other hub by events', async () => {
    const { json } = await propose(a, b.id);
    await act(b, 'POST', json.id, '/accept');
    await act(a, 'DELETE', json.id);
    const types = async ({ id }: ExchangeHub) =>
      (
        await bindings.DB.prepare('SELECT type FROM events WHERE hub_id = ? ORDER BY number')
          .bind(id)
          .all<{ type: string }>()
      ).results.map(({ type }) => type);
    expect(await types(a)).toEqual(['agreement.accepted']);
    expect(await types(b)).toEqual(['agreement.proposed', 'agreement.ended']);
  });
});

describe('what happens meanwhile', () => {
  const actor = { kind: 'secret', id: 'key_test' } as const;
  const stored = async (id: string) => (await findAgreement(bindings.DB, a.id, id)) as AgreementRow;
  const typesOf = async ({ id }: ExchangeHub) =>
    (
      await bindings.DB.prepare('SELECT type FROM events WHERE hub_id = ?').bind(id).all<{ type: string }>()
    ).results.map(({ type }) => type);

  test('a proposal that ended is not accepted, and nobody hears that it was', async () => {
    const { json } = await propose(a, b.id);
    const asRead = await stored(json.id);
    await act(a, 'DELETE', json.id);
    expect(await acceptAgreement(bindings.DB, b.id, asRead, actor, new Date())).toBe(false);
    expect(await stored(json.id)).toMatchObject({ accepted_at: null, ended_at: expect.any(String) });
    expect(await typesOf(a)).toEqual([]);
  });

  test('one that was accepted does not end untold', async () => {
    const { json } = await propose(a, b.id);
    const asRead = await stored(json.id);
    await act(b, 'POST', json.id, '/accept');
    expect(await endAgreement(bindings.DB, a.id, asRead, actor, new Date())).toBe(false);
    expect((await act(a, 'DELETE', json.id)).status).toBe(204);
    expect(await typesOf(b)).toEqual(['agreement.proposed', 'agreement.ended']);
  });

  test('accepting and ending many times at once tells each hub once, and of what happened', async () => {
    for (let round = 0; round < 3; round++) {
      const { json } = await propose(a, b.id);
      await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 ? act(a, 'DELETE', json.id) : act(b, 'POST', json.id, '/accept'))),
      );
      const { accepted_at: accepted } = await stored(json.id);
      const heard = async ({ id }: ExchangeHub) =>
        (
          await bindings.DB.prepare("SELECT type FROM events WHERE hub_id = ? AND data ->> '$.agreement' = ?")
            .bind(id, json.id)
            .all<{ type: string }>()
        ).results.map(({ type }) => type);
      expect(await heard(a)).toEqual(accepted ? ['agreement.accepted'] : []);
      expect(await heard(b)).toEqual(['agreement.proposed', ...(accepted ? ['agreement.ended'] : [])]);
    }
  });

  test('of many proposals at once one is made', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => propose(a, b.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(5).fill(409)]);
  });
});

describe('which hubs there are cannot be found out', () => {
  /** All that the proposer is told on the way, without what differs between any two proposals. */
  async function toldOf(partner: string) {
    const first = await propose(a, partner, { kinds: ['startup'] });
    const second = await propose(a, partner);
    const item = (await read(a)).find(({ id }: { id: string }) => id === first.json.id);
    const ended = await act(a, 'DELETE', first.json.id);
    const after = await act(a, 'GET', first.json.id);
    const third = await propose(a, partner);
    const answers = [first, second, ended, after, third].map(({ status, json }) => [status, json]);
    return JSON.stringify([answers, item])
      .replaceAll(partner, 'PARTNER')
      .replaceAll(/agr_[0-9a-f]+/g, 'ID')
      .replaceAll(/"[0-9a-f-]{36}"/g, '"REQUEST"')
      .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"TIME"');
  }

  test('a proposal to a hub that does not exist is answered as one to a hub that does', async () => {
    expect(await toldOf('no-such-hub')).toBe(await toldOf(b.id));
  });

  test('a hub that is made later sees the proposal, and one that is erased leaves none in force', async () => {
    await propose(a, 'later-hub');
    const { json } = await propose(a, b.id);
    await act(b, 'POST', json.id, '/accept');
    await bindings.DB.prepare('DELETE FROM hubs WHERE id = ?').bind(b.id).run();
    expect((await read(a)).map(({ partner }: { partner: { hub: string } }) => partner.hub)).toEqual(['later-hub']);
  });
});

test('a hub makes no agreement with itself, and a key needs the scope', async () => {
  expect(await propose(a, a.id)).toMatchObject({ status: 422, json: { issues: [{ path: '/partner' }] } });
  const key = await keyWith(a.id, ['exchange:read']);
  expect((await call('POST', '/v1/agreements', { key, body: { partner: b.id } })).status).toBe(403);
  expect((await call('GET', '/v1/agreements', { key })).status).toBe(200);
});
