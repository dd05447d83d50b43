import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { act, askFor, type Member, newMember, SECRET_CONTACT, told } from '../../test/meeting.ts';
import { isGuardFailure } from '../lib/guard.ts';
import type { Party } from './sides.ts';
import { guardStanding } from './standing-store.ts';

let hub: Member['hub'];
let founder: Member;
let count = 0;
beforeAll(async () => {
  hub = await newHub();
});

async function asked() {
  founder = await newMember(hub, 'startup', `s-${++count}`);
  const fund = await newMember(hub, 'investor', `f-${count}`);
  const { json } = await askFor(founder, fund);
  return { id: json.id as string, fund };
}

const eventsOf = async (id: string) =>
  (await told(hub.id)).events.filter(({ introduction }) => introduction === id).map(({ type }) => type);

test('eight accepts at once make one event and one line of the log', async () => {
  const { id, fund } = await asked();
  const answers = await Promise.all(Array.from({ length: 8 }, () => act(id, 'accept', fund.viewer)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await eventsOf(id)).toEqual(['introduction.requested', 'introduction.accepted']);
  expect((await told(hub.id)).audit.filter(({ action }) => action === 'introduction.accepted')).toHaveLength(1);
});

test('accept, decline and withdraw at once: one wins, the others are told', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, fund } = await asked();
    const answers = await Promise.all([
      act(id, 'accept', fund.viewer),
      act(id, 'withdraw', founder.viewer),
      act(id, 'decline', fund.viewer),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)?.json.state;
    expect((await call('GET', `/v1/introductions/${id}`, { key: hub.key })).json.state).toBe(winner);
    expect(await eventsOf(id)).toEqual(['introduction.requested', `introduction.${winner}`]);
  }
});

test('the same request many times at once is one introduction', async () => {
  const [a, b] = [await newMember(hub, 'startup', 'many'), await newMember(hub, 'investor', 'many')];
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? askFor(a, b) : askFor(b, a))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
});

test('a request is not written when one of the two is erased after it was read', async () => {
  for (const gone of ['startup', 'investor'] as const) {
    const a = await newMember(hub, 'startup', `a-${gone}`);
    const b = await newMember(hub, 'investor', `b-${gone}`);
    const [from, to] = [a, b].map((member) => ({ hub: hub.id, kind: member.kind, id: member.id })) as [Party, Party];
    const write = () => bindings.DB.batch([guardStanding(bindings.DB, from, to, false, new Date())]);
    await write();
    await call('DELETE', `/v1/${gone}s/${gone === 'startup' ? a.id : b.id}`, { key: hub.key });
    expect(await write().catch(isGuardFailure)).toBe(true);
  }
});

test('accept and a block by the other side at once: the contact of who blocks stays hidden', async () => {
  for (let round = 0; round < 2; round++) {
    const { id, fund } = await asked();
    const body = { owner: { kind: 'startup', id: founder.id }, blocked: { kind: 'investor', id: fund.id } };
    await Promise.all([act(id, 'accept', fund.viewer), call('POST', '/v1/blocks', { ...founder.viewer, body })]);
    expect((await call('GET', `/v1/introductions/${id}`, fund.viewer)).text).not.toContain(SECRET_CONTACT);
  }
});
