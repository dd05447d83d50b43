/** A hub that grows past what an isolate holds and shrinks back: its answers are the same throughout. */
import { KINDS, type Kind } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putAllCheap, putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { callIn, type Deployment, deployment } from '../../test/vectorize/deployment.ts';

let hub: { id: string; key: string };
let at: Deployment;
beforeEach(async () => {
  await bindings.DB.batch(['hubs', 'vector_spaces'].map((table) => bindings.DB.prepare(`DELETE FROM ${table}`)));
  hub = await newHub();
  at = deployment();
});

const SECTORS = ['irrigation', 'crop_production', 'payments', 'mining'];
const STAGES = ['pre_seed', 'seed', 'growth'];
const COUNTRIES = ['KZ', 'AZ', 'UZ', 'KG'];
const WORDS = 'су топырақ карта fermer torpaq duz қаржы төлем банк mədən уголь kən soil water'.split(' ');
const pick = <T>(of: readonly T[], seed: number): T => of[seed % of.length] as T;
const text = (seed: number) =>
  Array.from({ length: 12 }, (_, i) => pick(WORDS, seed * 7 + i * (1 + (seed % 5)))).join(' ');

/** A profile that follows from a number. */
const profile = (kind: Kind, seed: number): object =>
  kind === 'startup'
    ? {
        ...STARTUP,
        name: `S ${seed}`,
        pitch: `${text(seed)}.`,
        sectors: [pick(SECTORS, seed)],
        stage: pick(STAGES, seed >> 1),
        country: pick(COUNTRIES, seed >> 2),
      }
    : {
        ...INVESTOR,
        name: `I ${seed}`,
        thesis: `${text(seed + 3)}.`,
        stages: seed % 3 === 0 ? ['seed'] : ['pre_seed', 'seed', 'growth'].slice(seed % 2),
        countries: seed % 4 === 0 ? ['KZ'] : ['turkic_states'],
        ...(seed % 5 === 0 && { excludedSectors: ['mining'] }),
      };

const QUESTIONS: readonly [string, string, unknown?][] = [
  ['GET', '/v1/investors/i0/matches?limit=20&explain=en'],
  ['GET', '/v1/investors/i1/matches?limit=5&include=rejected&explain=kk'],
  ['GET', '/v1/investors/i2/matches?limit=10&country=KZ'],
  ['GET', '/v1/investors/i3/matches?limit=10&stage=seed&minScore=20'],
  ['GET', '/v1/investors/i3/matches?limit=10&only=saved'],
  ['GET', '/v1/investors/i3/matches?limit=10&only=new&since=30'],
  ['GET', '/v1/startups/s1/matches?limit=10'],
  ['GET', '/v1/startups/s2/matches?include=rejected'],
  ['POST', '/v1/matches/batch?limit=3', { kind: 'investor', ids: ['i0', 'i1', 'none'] }],
  [
    'POST',
    '/v1/score?explain=en',
    { subject: { kind: 'startup', id: 's3' }, candidate: { kind: 'investor', id: 'i1' } },
  ],
];

/** Asks everything of both deployments, the one that has Vectorize and the one that has none. */
async function expectSame(note: string): Promise<void> {
  for (const [method, path, body] of QUESTIONS) {
    const [plain, vectorize] = [
      await callIn(bindings, method, path, hub.key, body),
      await at.call(method, path, hub.key, body),
    ];
    const { requestId: _, ...expected } = plain.json;
    const { requestId: __, ...found } = vectorize.json;
    expect([note, path, vectorize.status, found]).toEqual([note, path, plain.status, expected]);
  }
}

const state = () => bindings.DB.prepare('SELECT state FROM vector_spaces').first<string>('state');
const startups = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) => ['startup', `s${from + i}`, profile('startup', from + i)] as [Kind, string, object],
  );
const investors = Array.from(
  { length: 6 },
  (_, i) => ['investor', `i${i}`, profile('investor', i)] as [Kind, string, object],
);
const erase = (kind: Kind, id: string) => call('DELETE', `/v1/${KINDS[kind].path}/${id}`, { key: hub.key });

test('before it grows, while it fills, when it is there, while it writes, and when it has left', async () => {
  await putAllCheap(hub.id, [...startups(0, 20), ...investors]);
  const save = {
    subject: { kind: 'investor', id: 'i3' },
    answers: [{ candidate: { kind: 'startup', id: 's1' }, answer: 'saved', position: 1 }],
  };
  expect((await at.call('POST', '/v1/feedback', hub.key, save)).status).toBeOneOf([204, 404]);
  await at.choose(40);
  await expectSame('small');

  await putAllCheap(hub.id, startups(20, 60));
  await at.choose(40);
  await expectSame('grown, nothing sent');
  await at.sync();
  await expectSame('sent and not seen');
  expect(await state()).toBe('filling');
  at.vectors.settle();
  await at.sync();
  expect(await state()).toBe('on');
  const before = at.vectors.calls.query;
  await expectSame('on');
  expect(at.vectors.calls.query).toBeGreaterThan(before);

  await putAllCheap(hub.id, startups(60, 70));
  await putCheap(hub.id, 'startup', 's5', { ...profile('startup', 5), pitch: INVESTOR.thesis });
  await putCheap(hub.id, 'startup', 's6', { ...profile('startup', 6), status: 'paused' });
  await putCheap(hub.id, 'startup', 's7', { ...profile('startup', 7), consent: { matching: false } });
  await putCheap(hub.id, 'investor', 'i1', profile('investor', 31));
  await erase('startup', 's8');
  await expectSame('written, nothing sent');
  await at.sync();
  await expectSame('written, sent and not seen');
  at.vectors.settle(1);
  await at.sync();
  await expectSame('written and half seen');
  at.vectors.settle();
  await at.sync();
  await expectSame('written and seen');

  for (let i = 10; i < 50; i++) await erase('startup', `s${i}`);
  await at.choose(40, 30);
  await expectSame('shrunk within the bounds');
  expect(await state()).toBe('on');
  for (let i = 50; i < 60; i++) await erase('startup', `s${i}`);
  await at.choose(40, 30);
  expect(await state()).toBe('leaving');
  await expectSame('leaving');
  await at.sync();
  at.vectors.settle();
  await expectSame('left');
  expect([await state(), at.vectors.ids]).toEqual([null, []]);
}, 240_000);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('put' as const), n: fc.nat(24), seed: fc.nat(200) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('pause' as const, 'erase' as const), n: fc.nat(24) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('invest' as const), n: fc.nat(5), seed: fc.nat(200) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('sync' as const) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('settle' as const), n: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('grow' as const, 'shrink' as const) }) },
  // So much is written beside that what the isolate holds of before is no longer used.
  { weight: 2, arbitrary: fc.record({ act: fc.constant('age' as const) }) },
);

test('after any writes, deletions and withdrawals, however far Vectorize is behind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      await bindings.DB.batch(['hubs', 'vector_spaces'].map((table) => bindings.DB.prepare(`DELETE FROM ${table}`)));
      hub = await newHub();
      at = deployment();
      await putAllCheap(hub.id, [...startups(0, 12), ...investors]);
      await at.choose(1);
      await at.sync();
      at.vectors.settle();
      await at.sync();
      for (const one of steps) {
        if (one.act === 'put') await putCheap(hub.id, 'startup', `s${one.n}`, profile('startup', one.seed));
        if (one.act === 'invest') await putCheap(hub.id, 'investor', `i${one.n}`, profile('investor', one.seed));
        if (one.act === 'pause')
          await putCheap(hub.id, 'startup', `s${one.n}`, { ...profile('startup', one.n), status: 'paused' });
        if (one.act === 'erase') await erase('startup', `s${one.n}`);
        if (one.act === 'age')
          await bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 6000 WHERE id = ?').bind(hub.id).run();
        if (one.act === 'sync' || one.act === 'age') await at.sync();
        if (one.act === 'settle') at.vectors.settle(one.n);
        if (one.act === 'grow') await at.choose(1);
        if (one.act === 'shrink') await at.choose(1000);
        for (const id of ['i0', 'i1']) {
          const path = `/v1/investors/${id}/matches?limit=20`;
          const [plain, found] = [await callIn(bindings, 'GET', path, hub.key), await at.call('GET', path, hub.key)];
          expect(found.json).toEqual(plain.json);
        }
      }
    }),
    { numRuns: 6 },
  );
}, 240_000);
