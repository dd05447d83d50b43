import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { CONSENT } from '../../test/exchange.ts';
import { call } from '../../test/hub.ts';
import { forgetAnswer } from '../../test/idempotency.ts';
import { MESSAGE, type Member, newMember, newPartners } from '../../test/meeting.ts';

let hub: Member['hub'];
let partner: Member['hub'];
beforeAll(async () => {
  [hub, partner] = await newPartners();
  await newMember(hub, 'startup', 's');
  for (const id of ['a', 'b']) await newMember(hub, 'investor', id);
});

const from = { kind: 'startup', id: 's' };
const to = (id: string) => ({ kind: 'investor', id });

/** Requests that make something, each with others that its key must not stand for. */
const REQUESTS = [
  {
    path: '/v1/introductions',
    body: { from, to: to('a'), message: MESSAGE, lang: 'tr' },
    others: [{ to: to('b') }, { message: 'Another' }, { lang: 'en' }, { from: to('b'), to: from }],
  },
  { path: '/v1/blocks', body: { owner: from, blocked: to('a') }, others: [{ blocked: to('b') }] },
  {
    path: '/v1/startups/s/consents',
    body: CONSENT,
    others: [{ hubs: ['az'] }, { releaseText: !CONSENT.releaseText }, { givenBy: 'Another' }, { method: 'paper' }],
  },
  {
    path: '/v1/agreements',
    body: { partner: 'not-there', kinds: ['startup'] },
    others: [{ kinds: ['investor'] }, { kinds: undefined }, { countries: ['KZ'] }],
  },
  {
    path: '/v1/webhooks',
    body: { url: 'https://hub.example/events', events: ['profile.created'] },
    others: [{ url: 'https://hub.example/others' }, { events: null }, { description: 'Another' }],
  },
  {
    path: '/v1/plans',
    body: { name: 'Day', startups: [{ id: 's', meetings: 1 }], investors: [{ id: 'a', meetings: 1 }], slots: 2 },
    others: [{ name: 'Another' }, { slots: 3 }, { investors: [{ id: 'b', meetings: 1 }] }],
  },
];

/** Everything that was written, but for the times at which keys were used. */
async function written() {
  const tables = [
    'introductions',
    'blocks',
    'consents',
    'agreements',
    'endpoints',
    'plans',
    'plan_participants',
    'audit',
    'events',
  ];
  const rows = await Promise.all(tables.map((table) => bindings.DB.prepare(`SELECT * FROM ${table}`).all()));
  return rows.map(({ results }) => results);
}

describe.each(REQUESTS)('POST $path under a key whose answer is no longer kept', ({ path, body, others }) => {
  const send = async (change: object = {}) => {
    const headers = { 'idempotency-key': path };
    await forgetAnswer(path);
    return call('POST', path, { key: hub.key, body: { ...body, ...change }, headers });
  };

  test('makes and tells nothing again, and refuses another request', async () => {
    const first = await send();
    expect(first.status, first.text).toBeLessThan(300);
    const before = await written();
    // A secret is shown once, so that this answer cannot be given again.
    const { secret, ...shown } = first.json;
    expect(await send()).toMatchObject(
      secret ? { status: 409, json: { code: 'idempotency_answer_not_kept' } } : { status: first.status, json: shown },
    );
    for (const change of others)
      expect(await send(change), JSON.stringify(change)).toMatchObject({
        status: 409,
        json: { code: 'idempotency_key_reused' },
      });
    expect(await written()).toEqual(before);
  });
});

test('a key of an agreement tells no hub that is no party', async () => {
  const propose = (to: string) =>
    call('POST', '/v1/agreements', { key: hub.key, body: { partner: to }, headers: { 'idempotency-key': 'partner' } });
  expect((await propose('nobody')).status).toBe(201);
  await forgetAnswer('partner');
  expect(await propose(partner.id)).toMatchObject({ status: 409, json: { code: 'idempotency_key_reused' } });
  const told = await bindings.DB.prepare("SELECT 1 FROM events WHERE hub_id = ? AND type = 'agreement.proposed'")
    .bind(partner.id)
    .all();
  expect(told.results).toEqual([]);
});
