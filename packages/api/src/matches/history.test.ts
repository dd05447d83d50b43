import { matchListSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { act, askFor, type Member, newMember, newPartners } from '../../test/meeting.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';
import { readTogether } from '../lib/read-together.ts';
import { readPast } from './history.ts';
import { MOST_INTRODUCTIONS } from './history-store.ts';

/** An introduction that a startup `s` was sent and has declined. */
const introduced = (hub: string, from: string) =>
  bindings.DB.prepare(
    `INSERT INTO introductions (id, from_hub, from_kind, from_id, from_ref, to_hub, to_kind, to_id, to_ref, state,
       message, created_at, delivered_at, expires_at, decided_at)
     VALUES ('int_' || ?2, ?1, 'investor', ?2, ?2, ?1, 'startup', 's', 's', 'declined', '', ?3, ?3, ?3, ?3)`,
  ).bind(hub, from, '2026-11-01T00:00:00.000Z');

type Found = { id: string; rank: number; history?: Record<string, unknown> };

const list = async (options: object, path = 'startups/s', query = '') => {
  const { status, json } = await call('GET', `/v1/${path}/matches?${query}`, options);
  expect([status, json.detail]).toEqual([200, undefined]);
  expect(matchListSchema.strict().safeParse(json).error).toBeUndefined();
  return json as { matches: Found[]; nextCursor: string | null };
};
const ids = ({ matches }: { matches: Found[] }) => matches.map(({ id }) => id).sort();
const historyOf = (found: { matches: Found[] }, id: string) => found.matches.find((match) => match.id === id)?.history;

describe('what was answered', () => {
  let hub: { id: string; key: string };
  let owner: object;
  beforeAll(async () => {
    hub = await newHub();
    for (const id of ['s', 'other']) await putCheap(hub.id, 'startup', id, STARTUP);
    for (const id of ['a', 'b', 'c', 'd', 'e']) await putCheap(hub.id, 'investor', id, INVESTOR);
    await putCheap(hub.id, 'investor', 'late', { ...INVESTOR, stages: ['growth'] });
    owner = await viewerOf(hub.id, 'startup', 's');
  });
  const give = (id: string, answer: string, more: object = {}, subject = { kind: 'startup', id: 's' }) =>
    call('POST', '/v1/feedback', {
      key: hub.key,
      body: { subject, answers: [{ candidate: { kind: 'investor', id }, position: 3, answer, ...more }] },
    });

  test('stands beside each match for its owner and its hub, and what others did does not', async () => {
    const new_ = { seenAt: null, answer: null, introduction: null };
    expect(historyOf(await list(owner), 'a')).toEqual(new_);
    await give('a', 'seen');
    await give('b', 'saved');
    await give('c', 'passed', { reason: 'ticket' });
    await give('d', 'saved', {}, { kind: 'startup', id: 'other' });
    // What the other side did with the same pair is its own.
    const back = { candidate: { kind: 'startup', id: 's' }, position: 1, answer: 'passed', reason: 'other' };
    await call('POST', '/v1/feedback', {
      key: hub.key,
      body: { subject: { kind: 'investor', id: 'd' }, answers: [back] },
    });
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    for (const options of [owner, { key: hub.key }]) {
      const found = await list(options);
      expect(historyOf(found, 'a')).toEqual({ seenAt: time, answer: null, introduction: null });
      expect(historyOf(found, 'b')).toMatchObject({ seenAt: time, answer: { answer: 'saved', at: time } });
      expect(historyOf(found, 'c')).toMatchObject({ answer: { answer: 'passed', at: time, reason: 'ticket' } });
      expect(historyOf(found, 'd')).toEqual(new_);
    }
  });

  test('a list may hold only what is open, new, saved or passed over, page by page', async () => {
    const only = async (name: string, more = '') => list(owner, 'startups/s', `only=${name}${more}`);
    expect(ids(await only('saved'))).toEqual(['b']);
    expect(ids(await only('passed'))).toEqual(['c']);
    expect(ids(await only('new'))).toEqual(['d', 'e']);
    expect(ids(await only('open'))).toEqual(['a', 'b', 'd', 'e']);
    const first = await only('open', '&limit=3');
    const second = await only('open', `&limit=3&cursor=${first.nextCursor}`);
    expect(ids({ matches: [...first.matches, ...second.matches] })).toEqual(['a', 'b', 'd', 'e']);
    expect(second.matches.map(({ rank }) => rank)).toEqual([4]);
    expect(second.nextCursor).toBeNull();
    const { json } = await call('GET', '/v1/startups/s/matches?only=saved&include=rejected', { key: hub.key });
    expect(json.rejected).toEqual([]);
    expect((await call('GET', '/v1/startups/s/matches?only=some', { key: hub.key })).json.issues).toMatchObject([
      { path: '/only' },
    ]);
  });

  test('a profile that is not stored has none, and all is new to it', async () => {
    const ask = (query: string) =>
      call('POST', `/v1/match?${query}`, { key: hub.key, body: { kind: 'startup', profile: STARTUP } });
    const { json } = await ask('only=new');
    expect(json.matches).toHaveLength(5);
    expect(json.matches[0]).not.toHaveProperty('history');
    expect((await ask('only=saved')).json.matches).toEqual([]);
  });

  test('costs one way to D1 for answers and introductions, and one for each page of who has very many', async () => {
    const db = { prepare: bindings.DB.prepare.bind(bindings.DB), batch: vi.fn(bindings.DB.batch.bind(bindings.DB)) };
    const past = async () =>
      readPast(readTogether(db as never), hub.id, { kind: 'startup', id: 's' }, 'open', 'of_owner');
    const page = ['a', 'b'].map((id) => ({ kind: 'investor' as const, id }));
    const few = await past();
    expect((await few.of(page))({ kind: 'investor', id: 'a' }).history?.introduction).toBeNull();
    expect(db.batch).toHaveBeenCalledTimes(1);
    await bindings.DB.batch(
      Array.from({ length: MOST_INTRODUCTIONS + 1 }, (_, i) => introduced(hub.id, i === 0 ? 'a' : `x${i}`)),
    );
    const many = await past();
    expect((await many.of(page))({ kind: 'investor', id: 'a' }).history?.introduction).toMatchObject({ id: 'int_a' });
    expect(db.batch).toHaveBeenCalledTimes(3);
  });
});

describe('an introduction stands beside the match', () => {
  const matches = (member: Member, options: object) => list(options, `${member.kind}s/${member.id}`);
  const introductionOf = async (member: Member, other: string, options: object = member.viewer) =>
    historyOf(await matches(member, options), other)?.introduction;

  test('to both sides, each from its own side, with the state that the introduction itself shows', async () => {
    const hub = await newHub();
    const startup = await newMember(hub, 'startup', 's');
    const fund = await newMember(hub, 'investor', 'f');
    await newMember(hub, 'investor', 'g');
    const { id } = (await askFor(startup, fund)).json;
    expect(await introductionOf(startup, 'f')).toEqual({ id, state: 'requested', direction: 'sent' });
    expect(await introductionOf(fund, 's')).toEqual({ id, state: 'requested', direction: 'received' });
    expect(await introductionOf(startup, 'f', { key: hub.key })).toMatchObject({ id });
    expect(await introductionOf(startup, 'g')).toBeNull();
    await call('POST', `/v1/introductions/${id}/decline`, { ...fund.viewer, body: { reason: 'too_early' } });
    const declined = await matches(startup, startup.viewer);
    expect(historyOf(declined, 'f')?.introduction).toEqual({ id, state: 'declined', direction: 'sent' });
    expect(JSON.stringify(declined)).not.toContain('too_early');
  });

  test('of a block the blocked side sees no more than a request, and the other side nothing', async () => {
    const hub = await newHub();
    const startup = await newMember(hub, 'startup', 's');
    const fund = await newMember(hub, 'investor', 'f');
    const block = { owner: { kind: 'investor', id: 'f' }, blocked: { kind: 'startup', id: 's' } };
    expect((await call('POST', '/v1/blocks', { ...fund.viewer, body: block })).status).toBe(201);
    const { id, state } = (await askFor(startup, fund)).json;
    expect(await introductionOf(startup, 'f')).toEqual({ id, state, direction: 'sent' });
    expect(await introductionOf(fund, 's')).toBeNull();
    expect(await introductionOf(fund, 's', { key: hub.key })).toBeNull();
  });

  test('across hubs by exchange id; that the other hub has a say is not told, nor the asked member before', async () => {
    const [kz, az] = await newPartners({ approveIntroductions: true });
    const founder = await newMember(kz, 'startup', 's');
    const fund = await newMember(az, 'investor', 'f');
    const { id } = (await askFor(founder, fund)).json;
    expect(await introductionOf(founder, fund.exchangeId)).toEqual({ id, state: 'requested', direction: 'sent' });
    expect(await introductionOf(fund, founder.exchangeId)).toBeNull();
    expect(await introductionOf(fund, founder.exchangeId, { key: az.key })).toEqual({
      id,
      state: 'awaiting_approval',
      direction: 'received',
    });
    await act(id, 'approve', { key: az.key });
    expect(await introductionOf(fund, founder.exchangeId)).toMatchObject({ state: 'requested' });
  });

  test('a key without the scope for introductions is told of none', async () => {
    const hub = await newHub();
    const startup = await newMember(hub, 'startup', 's');
    const fund = await newMember(hub, 'investor', 'f');
    await askFor(startup, fund);
    const found = await matches(startup, { key: await keyWith(hub.id, ['matches:read']) });
    expect(historyOf(found, 'f')).toEqual({ seenAt: null, answer: null });
    const other = await newHub();
    await newMember(other, 'startup', 's');
    await newMember(other, 'investor', 'f');
    expect(historyOf(await list({ key: other.key }), 'f')?.introduction).toBeNull();
  });

  test('a new one takes the place of one that is over', async () => {
    const hub = await newHub();
    const startup = await newMember(hub, 'startup', 's');
    const fund = await newMember(hub, 'investor', 'f');
    const { id } = (await askFor(startup, fund)).json;
    await act(id, 'withdraw', startup.viewer);
    await bindings.DB.prepare(
      "UPDATE introductions SET created_at = '2026-01-01T00:00:00.000Z', decided_at = '2026-01-02T00:00:00.000Z' WHERE id = ?",
    )
      .bind(id)
      .run();
    expect(await introductionOf(startup, 'f')).toMatchObject({ id, state: 'withdrawn' });
    const next = (await askFor(fund, startup)).json;
    expect(await introductionOf(startup, 'f')).toEqual({ id: next.id, state: 'requested', direction: 'received' });
  });
});
