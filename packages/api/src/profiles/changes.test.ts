import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { newHub } from '../../test/hub.ts';
import { readOfferChanges } from '../exchange/store.ts';
import { readChanges } from './changes-store.ts';

const ROWS = 30;
/** Characters of a row's vectors: those of a text of very many sentences, as they were once kept. */
const LONG = 1_000_000;

let hub: string;
beforeAll(async () => {
  ({ id: hub } = await newHub());
  const ids = JSON.stringify(Array.from({ length: ROWS }, (_, i) => `p${i}`));
  const insert = (sql: string, ...more: unknown[]) => bindings.DB.prepare(sql).bind(hub, ids, ...more);
  await bindings.DB.batch([
    insert(
      `INSERT INTO profiles (hub_id, kind, id, body, sequence, created_at, updated_at)
       SELECT ?1, 'startup', value, '{"name":"P"}', key + 1, '2026', '2026' FROM json_each(?2)`,
    ),
    insert(
      `INSERT INTO vectors (hub_id, kind, id, model, windows, sentences)
       SELECT ?1, 'startup', value, 'm', '', hex(zeroblob(?3)) FROM json_each(?2)`,
      LONG / 2,
    ),
    insert(
      "INSERT INTO exchange_ids (id, hub_id, kind, profile_id) SELECT '~' || ?1 || value, ?1, 'startup', value FROM json_each(?2)",
    ),
    insert(
      `INSERT INTO consents (id, hub_id, kind, profile_id, purpose, hubs, release_text, text_version, text_language, given_by, method, given_at, recorded_at, recorded_by)
       SELECT 'c' || ?1 || value, ?1, 'startup', value, 'exchange', NULL, 0, '1', 'az', 'x', 'form', '2026', '2026', 'x' FROM json_each(?2)`,
    ),
  ]);
});

test.each([
  [
    'its own',
    async (after: number) => {
      const { profiles, last } = await readChanges(bindings.DB, hub, 'm', after);
      return { rows: profiles, last };
    },
  ],
  [
    'the offered',
    async (after: number) => {
      const { changes, last } = await readOfferChanges(bindings.DB, hub, 'm', after);
      return { rows: changes, last };
    },
  ],
])('no page of %s profiles holds more than an isolate can, and the pages hold all', async (_, read) => {
  const ids: string[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(after);
    const size = page.rows.reduce((sum, { vectors }) => sum + (vectors?.sentences.length ?? 0), 0);
    expect(size).toBeLessThan(10 * LONG);
    ids.push(...page.rows.map(({ id }) => id));
    after = page.last;
  }
  expect(ids).toEqual(Array.from({ length: ROWS }, (_, i) => `p${i}`));
});
