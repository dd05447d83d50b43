import type { D1DatabaseSession, D1PreparedStatement } from '@cloudflare/workers-types';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { call, newHub, STARTUP } from '../../../test/hub.ts';
import { runImports } from './run.ts';

const embedder = hashEmbedder();
const session = () => bindings.DB.withSession('first-primary');

class Cut extends Error {}

/** A database whose nth step from now never comes to pass, or comes to pass and is never answered. */
function cutAt(step: number, after: boolean): D1DatabaseSession {
  const db = session();
  let left = step;
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    // Once cut off, nothing more happens: not even what a `catch` would do.
    if (left < 0) throw new Cut();
    if (left-- > 0) return work();
    if (after) await work();
    throw new Cut();
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values));
        if (name === 'run' || name === 'all' || name === 'first')
          return (...args: unknown[]) => through(() => value.apply(target, args));
        return value.bind(target);
      },
    });
  return {
    prepare: (sql: string) => wrap(db.prepare(sql)),
    // The statements of a batch go as they are.
    batch: (statements: D1PreparedStatement[]) => through(() => db.batch(statements)),
    getBookmark: () => db.getBookmark(),
  } as unknown as D1DatabaseSession;
}

const ROWS = Array.from({ length: 90 }, (_, i) => {
  const id = `p-${i % 80}`;
  return JSON.stringify({ id, profile: { ...STARTUP, name: `Firma ${i}`, ...(i % 13 === 5 && { stage: 'huge' }) } });
}).join('\n');

/** Everything that an import leaves, without ids and times. */
async function contentOf(hubId: string) {
  const all = async (sql: string) => (await bindings.DB.prepare(sql).bind(hubId).all()).results;
  return {
    profiles: await all('SELECT kind, id, body, version, sequence FROM profiles WHERE hub_id = ? ORDER BY id'),
    vectors: await all('SELECT id, model, windows, sentences FROM vectors WHERE hub_id = ? ORDER BY id'),
    sequence: await all('SELECT sequence FROM hubs WHERE id = ?'),
    events: await all('SELECT type, data FROM events WHERE hub_id = ? ORDER BY number').then((rows) =>
      rows.map(({ type, data }) => [type, { ...JSON.parse(String(data)), id: undefined }]),
    ),
    audit: await all('SELECT action, count(*) AS n FROM audit WHERE hub_id = ? GROUP BY action ORDER BY action'),
    imports: await all('SELECT state, received, imported, unchanged, superseded, failed FROM imports WHERE hub_id = ?'),
    issues: await all(
      `SELECT line, number, level, path, rule FROM import_issues
       WHERE import_id IN (SELECT id FROM imports WHERE hub_id = ?) ORDER BY line, number`,
    ),
    waiting: await all(
      'SELECT count(*) AS n FROM import_rows WHERE import_id IN (SELECT id FROM imports WHERE hub_id = ?)',
    ),
  };
}

async function uploaded(): Promise<string> {
  const { id, key } = await newHub();
  const headers = { 'content-type': 'application/x-ndjson' };
  expect(await call('POST', '/v1/imports?kind=startup', { key, body: ROWS, headers })).toMatchObject({ status: 202 });
  return id;
}

const model = { id: embedder.id, load: async () => embedder };
/** Runs until nothing is left. */
const run = async (db = session(), now = new Date()) => {
  while (await runImports({ env: bindings, db, now }, model));
};

test('an import that is cut off at any steps ends as one that is not', async () => {
  const whole = await uploaded();
  await run();
  const expected = await contentOf(whole);
  expect(expected.imports).toEqual([
    { state: 'completed', received: 90, imported: 74, unchanged: 0, superseded: 10, failed: 6 },
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step: fc.nat(12), after: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      async (cuts) => {
        const hub = await uploaded();
        let now = Date.now();
        for (const { step, after } of cuts) {
          await run(cutAt(step, after), new Date(now)).catch((error) => {
            if (!(error instanceof Cut)) throw error;
          });
          // The lease of a run that was cut off has to expire.
          now += 120_000;
        }
        await run(session(), new Date(now));
        expect(await contentOf(hub)).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
});

test('two runs at once write nothing twice', async () => {
  const hub = await uploaded();
  const slow = { id: embedder.id, load: () => new Promise<typeof embedder>((done) => setTimeout(done, 50, embedder)) };
  // The second takes over while the first is at work, as if its lease had expired.
  const first = runImports({ env: bindings, db: session(), now: new Date() }, slow);
  await new Promise((done) => setTimeout(done, 20));
  await Promise.all([first, run(session(), new Date(Date.now() + 120_000))]);
  await run(session(), new Date(Date.now() + 240_000));
  const { imports, profiles } = await contentOf(hub);
  expect(imports).toMatchObject([{ state: 'completed', imported: 74, superseded: 10, failed: 6 }]);
  expect(profiles.every(({ version }) => version === 1)).toBe(true);
});

test('an erasure takes the waiting rows with it, also those that a run has read', async () => {
  const { id: hub, key } = await newHub();
  const headers = { 'content-type': 'application/x-ndjson' };
  await call('PUT', '/v1/startups/p-1', { key, body: STARTUP });
  await call('POST', '/v1/imports?kind=startup', { key, body: ROWS, headers });
  const erasing = {
    id: embedder.id,
    load: async () => {
      await call('DELETE', '/v1/startups/p-1', { key });
      return embedder;
    },
  };
  await runImports({ env: bindings, db: session(), now: new Date() }, erasing);
  const { profiles, imports } = await contentOf(hub);
  expect(profiles.some(({ id }) => id === 'p-1')).toBe(false);
  expect(profiles).toHaveLength(73);
  expect(imports).toMatchObject([{ state: 'completed' }]);
});
