import { beforeEach, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { newHub, STARTUP } from '../../../test/hub.ts';
import { record } from '../../audit/record.ts';
import { ApiError } from '../../errors.ts';
import { findHub, type Hub } from '../../hubs/store.ts';
import { csvCell } from '../../lib/csv-cell.ts';
import { getImport, retainImports } from '../store.ts';
import { receiveUpload } from './upload.ts';

let hubId: string;
beforeEach(async () => {
  hubId = (await newHub()).id;
});

const query = { kind: 'startup', delimiter: 'comma', listSeparator: '|' } as const;

/** Uploads chunks, one after the other, under an id. */
function receive(id: string, chunks: Iterable<string | Uint8Array | Error>, now = new Date()) {
  const left = chunks[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = left.next();
      if (done) controller.close();
      else if (value instanceof Error) controller.error(value);
      else controller.enqueue(typeof value === 'string' ? new TextEncoder().encode(value) : value);
    },
  });
  const act = record(bindings.DB, hubId, { kind: 'secret', id: 'key' }, { action: 'import.created' }, now);
  return receiveUpload(bindings.DB, { id, hubId, query, format: 'ndjson', body }, act, () => now);
}

const rows = async (id: string) =>
  (
    await bindings.DB.prepare('SELECT line, profile_id FROM import_rows WHERE import_id = ? ORDER BY line')
      .bind(id)
      .all()
  ).results;
const line = (id: string) => `${JSON.stringify({ id, profile: STARTUP })}\n`;

test('an upload that breaks off stays and does not run; sent again it begins anew', async () => {
  const many = Array.from({ length: 2500 }, (_, i) => line(`a-${i}`));
  await expect(receive('imp_broken', [...many, new Error('gone')])).rejects.toThrow('gone');
  const broken = await getImport(bindings.DB, hubId, 'imp_broken');
  expect(broken?.state).toBe('receiving');
  expect(await rows('imp_broken')).toHaveLength(broken?.received ?? 0);
  expect(broken?.received).toBeGreaterThan(0);
  const { stored, replayed } = await receive('imp_broken', [line('b')]);
  expect({ stored, replayed }).toMatchObject({ stored: { state: 'queued', received: 1 }, replayed: false });
  expect(await rows('imp_broken')).toEqual([{ line: 1, profile_id: 'b' }]);
});

test('of two uploads under one key at once, only one is stored', async () => {
  const many = Array.from({ length: 1500 }, (_, i) => line(`a-${i}`));
  const answers = await Promise.allSettled([receive('imp_twice', many), receive('imp_twice', many)]);
  const won = answers.filter(({ status }) => status === 'fulfilled');
  expect(won.length).toBeGreaterThan(0);
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'conflict' });
  expect(await rows('imp_twice')).toHaveLength(1500);
});

test('more rows or bytes than an import may have refuse it and leave nothing', async () => {
  const megabyte = new Uint8Array(1024 * 1024).fill(32);
  for (const chunks of [Array(201).fill(megabyte), ['x\n'.repeat(100_001)]]) {
    const error = await receive('imp_large', chunks).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.code).toBe('payload_too_large');
    expect(await getImport(bindings.DB, hubId, 'imp_large')).toBeUndefined();
  }
});

test('imports are kept for the hub’s days after their end, broken uploads for one day', async () => {
  const now = new Date('2026-11-27T12:00:00.000Z');
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await receive('imp_waiting', [line('a')], ago(90));
  for (const [id, days] of [
    ['imp_old', 31],
    ['imp_young', 29],
  ] as const) {
    await receive(id, [line('a')], ago(days));
    await bindings.DB.prepare("UPDATE imports SET state = 'completed', finished_at = ? WHERE id = ?")
      .bind(ago(days).toISOString(), id)
      .run();
  }
  for (const [id, days] of [
    ['imp_broken-old', 1.1],
    ['imp_broken-young', 0.9],
  ] as const)
    await receive(id, [line('a'), new Error('gone')], ago(days)).catch(() => undefined);
  expect(await retainImports(bindings.DB, (await findHub(bindings.DB, hubId)) as Hub, now)).toBe(false);
  const { results } = await bindings.DB.prepare('SELECT id FROM imports WHERE hub_id = ? ORDER BY id')
    .bind(hubId)
    .all();
  expect(results.map(({ id }) => id)).toEqual(['imp_broken-young', 'imp_waiting', 'imp_young']);
});

test.each([
  ['=1+1', "'=1+1"],
  ['@x', "'@x"],
  ['/a,"b"', '"/a,""b"""'],
  ['two\nlines', '"two\nlines"'],
  ['/name', '/name'],
])('a cell of the report: %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});
