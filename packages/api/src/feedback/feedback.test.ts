import { MODEL } from '@kopru/model/workerd';
import { createMatchIndex, embedProfiles, normaliseProfile } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Feedback, Kind } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { consent, partners, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { keyWith, viewerOf } from '../../test/viewer.ts';
import { retention } from '../profiles/retention.ts';
import { giveFeedback } from './service.ts';

let hub: { id: string; key: string };
const subject = { kind: 'startup', id: 's' };
const give = (answers: object[], who: object = { key: hub.key }, from: object = subject) =>
  call('POST', '/v1/feedback', { ...who, body: { subject: from, answers } });
const answer = (id: string, answer: string, more: object = {}) => ({
  ...{ candidate: { kind: 'investor', id }, position: 1, answer },
  ...more,
});

interface Row {
  candidate_id: string;
  answer: string;
  position: number;
  reason: string | null;
  signals: string;
}

const rows = async (hubId = hub.id): Promise<Row[]> =>
  (
    await bindings.DB.prepare(
      'SELECT candidate_id, answer, position, reason, signals FROM feedback WHERE hub_id = ? ORDER BY candidate_id, answer',
    )
      .bind(hubId)
      .all<Row>()
  ).results;

beforeAll(async () => {
  hub = await newHub();
  await putCheap(hub.id, 'startup', 's', STARTUP);
  await putCheap(hub.id, 'startup', 'other', STARTUP);
  for (const id of ['a', 'b']) await putCheap(hub.id, 'investor', id, { ...INVESTOR, private: ['stages'] });
  await putCheap(hub.id, 'investor', 'late', { ...INVESTOR, stages: ['growth'] });
  await putCheap(hub.id, 'investor', 'paused', { ...INVESTOR, status: 'paused' });
});

test('each answer of a pair is kept once, with place and signals and no text, and is on record', async () => {
  const sent = [
    answer('a', 'seen'),
    answer('b', 'seen', { position: 2 }),
    answer('b', 'passed', { position: 2, reason: 'too_far' }),
  ];
  expect((await give(sent)).status).toBe(204);
  const kept = await rows();
  expect(kept).toMatchObject([
    { candidate_id: 'a', answer: 'seen', position: 1, reason: null },
    { candidate_id: 'b', answer: 'passed', position: 2, reason: 'too_far' },
    { candidate_id: 'b', answer: 'seen', position: 2, reason: null },
  ]);
  // Learned from are all signals; who answers is told none of them.
  expect(JSON.parse(kept[0]!.signals)).toMatchObject({ stage: 1, semantic: expect.any(Number) });
  expect((await give([answer('a', 'seen', { position: 9 })])).status).toBe(204);
  expect(await rows()).toEqual(kept);
  const audit = await bindings.DB.prepare(
    "SELECT subject_id, details FROM audit WHERE hub_id = ? AND action = 'feedback.given' ORDER BY at LIMIT 1",
  )
    .bind(hub.id)
    .first<{ subject_id: string; details: string }>();
  expect(audit?.subject_id).toBe('s');
  expect(JSON.parse(audit?.details ?? '')).toEqual({ answers: { seen: 2, passed: 1 } });
});

test('an owner answers for its own profile, and only with the scope a server does', async () => {
  const owner = await viewerOf(hub.id, 'startup', 's');
  expect((await give([answer('a', 'saved')], owner)).status).toBe(204);
  expect((await give([answer('a', 'saved')], owner, { kind: 'startup', id: 'other' })).status).toBe(404);
  const reader = { key: await keyWith(hub.id, ['matches:read']) };
  expect((await give([answer('a', 'met')], reader)).status).toBe(403);
});

test('what cannot have been shown is not there, whether it is or not, and nothing is kept then', async () => {
  const before = await rows();
  const owner = await viewerOf(hub.id, 'startup', 's');
  const answers = [];
  for (const id of ['late', 'paused', 'absent']) {
    const { status, json } = await give([answer('a', 'requested'), answer(id, 'saved')], owner);
    answers.push(`${status} ${json.detail.replace(id, 'x')}`);
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^404 /);
  expect(await rows()).toEqual(before);
  const same = await give([{ ...answer('s', 'saved'), candidate: subject }]);
  expect(same.json.issues).toMatchObject([{ path: '/answers/0/candidate/kind', rule: 'paired' }]);
  const reason = await give([answer('a', 'saved', { reason: 'ticket' })]);
  expect(reason.json.issues).toMatchObject([{ path: '/answers/0/reason', rule: 'only_with_passed' }]);
});

test('a pair that was shown is answered later too, when it would not be shown any more', async () => {
  await putCheap(hub.id, 'investor', 'a', { ...INVESTOR, status: 'archived' });
  expect((await give([answer('a', 'invested')])).status).toBe(204);
  const mine = (await rows()).filter(({ candidate_id }) => candidate_id === 'a');
  expect(mine.map((row) => row.answer)).toEqual(['invested', 'saved', 'seen']);
  expect(new Set(mine.map(({ signals }) => signals)).size).toBe(1);
});

test('a match is saved, passed over or undecided: the last stands, and the first showing is kept', async () => {
  const { id, key } = await newHub();
  await putCheap(id, 'startup', 's', STARTUP);
  for (const fund of ['a', 'b', 'c']) await putCheap(id, 'investor', fund, INVESTOR);
  const kept = async (candidate: string) =>
    (await rows(id))
      .filter((row) => row.candidate_id === candidate)
      .map(({ answer, position, reason }) => [answer, position, reason]);
  const say = (...given: object[]) => give(given, { key });
  await say(answer('a', 'saved', { position: 4 }));
  const [{ signals }] = (await rows(id)) as [Row];
  await say(answer('a', 'passed', { position: 2, reason: 'ticket' }));
  expect(await kept('a')).toEqual([
    ['passed', 2, 'ticket'],
    ['seen', 4, null],
  ]);
  await say(answer('a', 'undecided', { position: 1 }));
  expect(await kept('a')).toEqual([['seen', 4, null]]);
  expect((await rows(id))[0]?.signals).toBe(signals);
  // The same again is what it was, and what went further than an opinion stays.
  await say(answer('a', 'requested'), answer('a', 'saved'), answer('a', 'passed'), answer('a', 'saved'));
  await say(answer('a', 'saved', { position: 9 }));
  expect((await kept('a')).map(([answer]) => answer)).toEqual(['requested', 'saved', 'seen']);
  await say(answer('b', 'undecided', { position: 7 }), answer('c', 'saved'));
  expect(await kept('b')).toEqual([['seen', 7, null]]);
  await say(answer('c', 'undecided'));
  expect((await kept('a')).map(([answer]) => answer)).toContain('saved');
});

test('what a member took back another keeps, in its hub and elsewhere', async () => {
  const hubs = [await newHub(), await newHub()] as const;
  for (const { id } of hubs) {
    for (const startup of ['s', 't']) await putCheap(id, 'startup', startup, STARTUP);
    await putCheap(id, 'investor', 'a', INVESTOR);
  }
  const [{ key }, other] = hubs;
  await give([answer('a', 'saved')], { key: other.key });
  await give([answer('a', 'saved')], { key }, { kind: 'startup', id: 't' });
  await give([answer('a', 'saved')], { key });
  await give([answer('a', 'undecided')], { key });
  expect((await rows(hubs[0].id)).map((row) => row.answer)).toEqual(['saved', 'seen']);
  expect((await rows(other.id)).map((row) => row.answer)).toEqual(['saved']);
});

test('a hub takes its answers along, and an owner those that it gave', async () => {
  const { text } = await call('GET', '/v1/export', { key: hub.key });
  const lines = text.split('\n').filter((line) => line.includes('"feedback"'));
  expect(lines).toHaveLength((await rows()).length);
  expect(lines.join()).toContain('"too_far"');
});

test('an erasure takes the answers of a profile and those about it', async () => {
  await call('DELETE', '/v1/investors/a', { key: hub.key });
  expect((await rows()).map((row) => row.candidate_id)).not.toContain('a');
  await call('DELETE', '/v1/startups/s', { key: hub.key });
  expect(await rows()).toEqual([]);
});

test('a card of another hub is answered under its exchange id, and its erasure at home takes the answers too', async () => {
  const [home, here] = await partners();
  await putCheap(home.id, 'investor', 'fund', { ...INVESTOR, private: undefined });
  await consent(home, 'investor', 'fund');
  await putCheap(here.id, 'startup', 's', STARTUP);
  const list = await call('GET', '/v1/startups/s/matches', { key: here.key });
  const [match] = list.json.matches;
  expect(match).toMatchObject({ home: { hub: home.id }, card: { name: INVESTOR.name } });
  expect((await give([answer(match.id, 'saved')], { key: here.key })).status).toBe(204);
  expect(await rows(here.id)).toHaveLength(1);
  await call('DELETE', '/v1/investors/fund', { key: home.key });
  expect(await rows(here.id)).toEqual([]);
});

describe('of answers about', () => {
  const give = async (candidateId: string, gone: Kind) => {
    const { id } = await newHub();
    const index = createMatchIndex(MODEL);
    const embedder = { ...hashEmbedder(MODEL.dimensions), id: MODEL.id };
    const normal = [
      normaliseProfile('startup', 's', { ...STARTUP, status: 'active' } as never, DEFAULT_RATES),
      normaliseProfile('investor', candidateId, { ...INVESTOR, status: 'active' } as never, DEFAULT_RATES),
    ];
    const [subject, candidate] = await embedProfiles(normal, embedder);
    index.set(candidate!);
    // Erased between the read of the index and the write of the answers.
    if (gone !== 'startup') await putCheap(id, 'startup', 's', STARTUP);
    if (gone !== 'investor') await putCheap(id, 'investor', candidateId, INVESTOR);
    const feedback = { subject: { kind: 'startup', id: 's' }, answers: [answer(candidateId, 'saved')] } as Feedback;
    const given = giveFeedback(bindings.DB, id, { kind: 'job', id: 'test' }, index, subject!, feedback, new Date());
    return { given, id };
  };

  test.each([
    ['a candidate', 'c', 'investor'],
    ['a card', '~gone', 'investor'],
    ['a match of a subject', 'c', 'startup'],
  ] as const)('%s that is erased meanwhile nothing is kept', async (_, candidateId, gone) => {
    const { given, id } = await give(candidateId, gone);
    await expect(given).rejects.toMatchObject({ code: 'not_found' });
    expect(await rows(id)).toEqual([]);
    const audit = await bindings.DB.prepare("SELECT 1 FROM audit WHERE hub_id = ? AND action = 'feedback.given'")
      .bind(id)
      .all();
    expect(audit.results).toEqual([]);
  });
});

/** Answers that profiles gave at a time, to candidates that need not be there. */
const seed = (hubId: string, subjectId: string, count: number, at: string) =>
  bindings.DB.prepare(
    `INSERT INTO feedback (hub_id, subject_kind, subject_id, candidate_kind, candidate_id, answer, position, signals, created_at)
     SELECT ?1, 'startup', ?2, 'investor', 'x' || value, 'seen', 1, '{}', ?3 FROM json_each(?4)`,
  )
    .bind(hubId, subjectId, at, JSON.stringify(Array.from({ length: count }, (_, i) => i)))
    .run();

test('of a member the newest answers are kept, so many as one may weigh', async () => {
  const { id, key } = await newHub();
  await putCheap(id, 'startup', 's', STARTUP);
  await putCheap(id, 'investor', 'b', INVESTOR);
  await seed(id, 's', 1000, '2026-01-01T00:00:00.000Z');
  await seed(id, 'other', 1000, '2026-01-01T00:00:00.000Z');
  expect((await give([answer('b', 'seen'), answer('b', 'saved')], { key })).status).toBe(204);
  const kept = await bindings.DB.prepare(
    "SELECT subject_id, count(*) AS n, sum(candidate_id = 'b') AS fresh FROM feedback WHERE hub_id = ? GROUP BY 1 ORDER BY 1",
  )
    .bind(id)
    .all();
  expect(kept.results).toEqual([
    { subject_id: 'other', n: 1000, fresh: 0 },
    { subject_id: 's', n: 1000, fresh: 2 },
  ]);
});

test('what was saved outlasts what was only seen', async () => {
  const { id, key } = await newHub();
  await putCheap(id, 'startup', 's', STARTUP);
  for (const fund of ['a', 'b']) await putCheap(id, 'investor', fund, INVESTOR);
  await give([answer('a', 'saved')], { key });
  await bindings.DB.prepare("UPDATE feedback SET created_at = '2026-01-01T00:00:00.000Z' WHERE hub_id = ?")
    .bind(id)
    .run();
  await seed(id, 's', 1000, '2026-01-02T00:00:00.000Z');
  await give([answer('b', 'seen')], { key });
  const kept = await rows(id);
  expect(kept).toHaveLength(1000);
  expect(kept.filter((row) => row.answer === 'saved').map((row) => row.candidate_id)).toEqual(['a']);
  expect(kept.map((row) => row.candidate_id)).toContain('b');
});

test('answers are forgotten after as long as introductions are kept', async () => {
  const hub = await newHub();
  await call('PATCH', '/v1/hub', { key: hub.key, body: { settings: { retention: { introductionDays: 30 } } } });
  await seed(hub.id, 'old', 3, '2026-01-01T00:00:00.000Z');
  await seed(hub.id, 'new', 2, '2026-01-20T00:00:00.000Z');
  const db = bindings.DB.withSession('first-primary');
  // A run takes fifteen hubs, of which the tests above may have made more.
  await bindings.DB.prepare('DELETE FROM hubs WHERE id <> ?').bind(hub.id).run();
  await retention.run({ env: bindings, db, now: new Date('2026-02-10T00:00:00.000Z') });
  expect(await rows(hub.id)).toHaveLength(2);
});
