import type { EmbeddedProfile } from '@kopru/sdk/engine';
import type { Profile } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { prepareProfile } from './service.ts';
import { writeStatements } from './write-store.ts';

const vector = Int8Array.from({ length: 384 }, (_, i) => i % 100);

/** A profile as an import has it ready, with the vectors of another embedder. */
function ready(id: string, pitch: string) {
  const prepared = prepareProfile('startup', id, { name: `Ad ${id}`, pitch, status: 'active' } as Profile);
  const embedded: EmbeddedProfile = {
    profile: prepared.normal,
    model: 'test@1',
    windows: [vector],
    sentences: [{ text: pitch, vector }],
    names: [],
  };
  return { ...prepared, embedded };
}

test('many profiles in one batch are written, recorded and told of as one by one', async () => {
  const { id: hubId, key } = await newHub();
  await call('PUT', '/v1/startups/p7', { key, body: { name: 'Old', pitch: 'Su' } });
  // Three statements' worth of text.
  const profiles = Array.from({ length: 130 }, (_, i) => ready(`p${i}`, `${i} ${'su damla '.repeat(1000)}`));
  const actor = { kind: 'job', id: 'test' } as const;
  const results = await bindings.DB.batch<{ id: string; version: number }>(
    writeStatements(bindings.DB, hubId, actor, profiles, new Date()),
  );
  const stored = results.flatMap((result) => result.results).filter((row) => 'version' in row);
  expect(stored).toHaveLength(130);
  const one = async (sql: string) => Object.values((await bindings.DB.prepare(sql).bind(hubId).first()) ?? {});
  expect(
    await one('SELECT count(DISTINCT sequence), min(sequence), max(sequence) FROM profiles WHERE hub_id = ?'),
  ).toEqual([130, 2, 131]);
  expect(await one('SELECT sequence FROM hubs WHERE id = ?')).toEqual([131]);
  const types = "sum(type = 'profile.created'), sum(type = 'profile.updated'), count(DISTINCT data ->> 'id')";
  expect(await one(`SELECT ${types} FROM events WHERE hub_id = ?`)).toEqual([130, 1, 130]);
  const acts = "sum(action = 'profile.created'), sum(action = 'profile.updated'), count(DISTINCT id)";
  expect(await one(`SELECT ${acts} FROM audit WHERE hub_id = ?`)).toEqual([130, 1, 131]);
  expect(await one("SELECT count(*) FROM vectors WHERE hub_id = ? AND model = 'test@1'")).toEqual([130]);
  expect(await one("SELECT count(*) FROM vectors WHERE hub_id = ? AND id = 'p7'")).toEqual([1]);
  expect((await call('GET', '/v1/startups/p7', { key })).json).toMatchObject({
    version: 2,
    profile: { name: 'Ad p7' },
  });
});

test('no profiles make no statement', () => {
  expect(writeStatements(bindings.DB, 'hub', { kind: 'job', id: 'test' }, [], new Date())).toEqual([]);
});
