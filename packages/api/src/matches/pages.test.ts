import { MODEL } from '@kopru/model/workerd';
import { createMatchIndex } from '@kopru/sdk/engine';
import { matchListsSchema, scoreSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { putCheap } from '../../test/exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { findHub, type Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { openLists } from './service.ts';

type Ids = { matches: { id: string; rank: number }[] };
const ids = ({ matches }: Ids) => matches.map(({ id }) => id);

let hub: { id: string; key: string };
const list = async (query = '', path = 'startups/s') =>
  (await call('GET', `/v1/${path}/matches?${query}`, { key: hub.key })).json;
const investor = (id: string, changes: object = {}) =>
  putCheap(hub.id, 'investor', id, { ...INVESTOR, name: `Fond ${id}`, ...changes });

beforeAll(async () => {
  hub = await newHub();
  await putCheap(hub.id, 'startup', 's', STARTUP);
  for (let i = 0; i < 7; i++) await investor(`i${i}`, { thesis: `${INVESTOR.thesis} Fond ${i}.` });
});

describe('pages', () => {
  async function pages(limit: number, between?: () => Promise<unknown>) {
    const found: Ids['matches'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Ids & { nextCursor: string | null } = await list(`limit=${limit}${cursor && `&cursor=${cursor}`}`);
      found.push(...page.matches);
      cursor = page.nextCursor;
      if (found.length === limit) await between?.();
    }
    return found;
  }

  test('are the one list, with its ranks', async () => {
    const all = await list('limit=100');
    expect(all.matches).toHaveLength(7);
    expect(all.nextCursor).toBeNull();
    for (const limit of [1, 2, 3, 7]) expect(await pages(limit)).toEqual(all.matches);
  });

  test('repeat and leave out nothing when the list changes in between', async () => {
    const before = ids(await list('limit=100'));
    const found = await pages(3, async () => {
      // One that was shown leaves, and one comes that is better than all.
      await call('DELETE', `/v1/investors/${before[0]}`, { key: hub.key });
      await investor('best', { thesis: STARTUP.pitch, sectors: ['irrigation'] });
    });
    const seen = found.map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual([...before, 'best'].sort());
    expect(seen.indexOf('best')).toBe(3);
    await investor(before[0] as string, { thesis: `${INVESTOR.thesis} Fond ${before[0]?.slice(1)}.` });
    await call('DELETE', '/v1/investors/best', { key: hub.key });
  });

  test('near misses stand on the first only, and what is no cursor is refused', async () => {
    await investor('late', { stages: ['growth'] });
    const first = await list('limit=2&include=rejected');
    expect(first.rejected).toHaveLength(1);
    expect((await list(`limit=2&include=rejected&cursor=${first.nextCursor}`)).rejected).toEqual([]);
    expect(await list('cursor=nonsense')).toMatchObject({ code: 'invalid_request', issues: [{ path: '/cursor' }] });
    await call('DELETE', '/v1/investors/late', { key: hub.key });
  });
});

describe('since', () => {
  test('costs no read of the hub’s profiles, however far it goes back', async () => {
    const reads = async (query: object) => {
      const asked: string[] = [];
      const db: Queryable = {
        prepare: (sql) => {
          asked.push(sql);
          return bindings.DB.prepare(sql);
        },
        batch: (statements) => bindings.DB.batch(statements),
      };
      const found = (await findHub(bindings.DB, hub.id)) as Hub;
      const lists = { db, hub: found, index: createMatchIndex(MODEL), viewer: 'hub', query } as never;
      await openLists(lists, 'startup');
      return asked;
    };
    expect(await reads({ since: 0 })).toEqual(await reads({}));
  });

  test('lists what was written after it, and all when the profile itself was', async () => {
    const { sequence } = await list();
    expect(ids(await list(`since=${sequence}`))).toEqual([]);
    await investor('new');
    await investor('i1', { name: 'Another name' });
    expect(ids(await list(`since=${sequence}`)).sort()).toEqual(['i1', 'new']);
    const after = await list(`since=${sequence}`);
    expect(ids(await list(`since=${after.sequence}`))).toEqual([]);
    await putCheap(hub.id, 'startup', 's', { ...STARTUP, trl: 5 });
    expect(ids(await list(`since=${after.sequence}`))).toEqual(ids(await list()));
    await call('DELETE', '/v1/investors/new', { key: hub.key });
  });
});

test('filters keep the candidates that state the country, stage or sector, and a field stands for its sectors', async () => {
  await investor('tr', { country: 'TR', stages: ['seed', 'growth'], sectors: ['irrigation'] });
  expect(ids(await list('country=TR'))).toEqual(['tr']);
  expect(ids(await list('stage=growth'))).toEqual(['tr']);
  expect(ids(await list('sector=irrigation'))).toEqual(['tr']);
  expect(ids(await list('sector=agrifood'))).toEqual(['tr']);
  expect(ids(await list('sector=gaming'))).toEqual([]);
  expect((await list('sector=nothing')).issues).toMatchObject([{ path: '/sector', rule: 'one_of' }]);
  await call('DELETE', '/v1/investors/tr', { key: hub.key });
});

test('many lists at once are the lists one by one; an id that is not there is named', async () => {
  await putCheap(hub.id, 'startup', 't', { ...STARTUP, name: 'T' });
  const batch = (body: object, query = '') => call('POST', `/v1/matches/batch${query}`, { key: hub.key, body });
  const { json } = await batch({ kind: 'startup', ids: ['s', 'absent', 't', 's'] }, '?limit=2&explain=az');
  expect(matchListsSchema.safeParse(json).error).toBeUndefined();
  expect(json.missing).toEqual(['absent']);
  expect(json.lists).toEqual([await list('limit=2&explain=az'), await list('limit=2&explain=az', 'startups/t')]);
  const many = Array.from({ length: 101 }, (_, i) => `s${i}`);
  expect((await batch({ kind: 'startup', ids: many })).json.issues).toMatchObject([{ path: '/ids' }]);
});

describe('one pair', () => {
  const score = (body: object, query = '?explain=en') => call('POST', `/v1/score${query}`, { key: hub.key, body });
  const subject = { kind: 'startup', id: 's' };

  test('is scored as in the list', async () => {
    const [match] = (await list('limit=1&explain=en')).matches;
    const { json } = await score({ subject, candidate: { kind: 'investor', id: match.id } });
    expect(scoreSchema.safeParse(json).error).toBeUndefined();
    const { score: points, signals, reasons, cautions, card } = match;
    expect(json).toMatchObject({ eligible: true, score: points, signals, reasons, cautions, changes: [] });
    expect(json.candidate).toEqual({ kind: 'investor', id: match.id, card });
  });

  test('that is not eligible says why not, and what would have to change', async () => {
    await investor('late', { stages: ['growth'] });
    const { json } = await score({ subject, candidate: { kind: 'investor', id: 'late' } });
    expect(json).toMatchObject({ eligible: false, changes: [{ side: 'investor', path: '/stages' }] });
    expect(json.gates.find(({ gate }: { gate: string }) => gate === 'stage').message.text).toMatch(/stage/i);
    await call('DELETE', '/v1/investors/late', { key: hub.key });
  });

  test('may be of profiles that are not stored, on either side', async () => {
    const adHoc = { kind: 'investor', profile: { ...INVESTOR, stages: ['growth'] } };
    const { json } = await score({ subject, candidate: adHoc });
    expect(json).toMatchObject({ eligible: false, candidate: { kind: 'investor', card: { name: INVESTOR.name } } });
    expect(json.candidate).not.toHaveProperty('id');
    expect(JSON.stringify(json)).not.toContain('gizli');
    const back = await score({ subject: adHoc, candidate: subject });
    expect(back.json).toMatchObject({ eligible: false, score: json.score });
  });

  test('of kinds that are not paired, or of a profile that is not there, is refused', async () => {
    const same = await score({ subject, candidate: { kind: 'startup', id: 's' } });
    expect(same.json).toMatchObject({ code: 'invalid_request', issues: [{ path: '/candidate/kind' }] });
    expect((await score({ subject, candidate: { kind: 'investor', id: 'absent' } })).status).toBe(404);
    expect((await score({ subject: { kind: 'startup', id: '~absent' }, candidate: subject })).status).toBe(422);
    const other = await newHub();
    const body = { subject, candidate: { kind: 'investor', id: 'i1' } };
    expect((await call('POST', '/v1/score', { key: other.key, body })).status).toBe(404);
  });
});

test('a profile whose vectors are of another model still has its list', async () => {
  const kept = async () => (await bindings.CACHE.list({ prefix: `embedding/${hub.id}/` })).keys.length;
  const before = await kept();
  await putCheap(hub.id, 'startup', 'old', { ...STARTUP, name: 'Old' });
  await bindings.DB.batch([
    bindings.DB.prepare("UPDATE vectors SET model = 'other@1' WHERE hub_id = ? AND id = 'old'").bind(hub.id),
    bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 1 WHERE id = ?').bind(hub.id),
    bindings.DB.prepare(
      "UPDATE profiles SET sequence = (SELECT sequence FROM hubs WHERE id = ?1) WHERE hub_id = ?1 AND id = 'old'",
    ).bind(hub.id),
  ]);
  const { matches, model } = await list('', 'startups/old');
  expect(matches.length).toBeGreaterThan(0);
  expect(model).toBe('kopru-e5-small@1');
  // What would outlive an erasure is not made on the way.
  expect(await kept()).toBe(before);
});
