import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Kopru, type ProfileInput } from '@kopru/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, operatorKey, startDevServer } from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const STARTUP: ProfileInput<'startup'> = {
  name: 'Топырақ',
  pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.',
  stage: 'seed',
  country: 'KZ',
  contact: { email: 'founder@startup.example' },
  consent: { matching: true },
};
const INVESTOR: ProfileInput<'investor'> = {
  name: 'Muğan Fondu',
  thesis: 'Şoranlaşma əkin yerlərini sıradan çıxarır. Münbitliyi qaytaran komandaları maliyyələşdiririk.',
  stages: ['seed'],
  contact: { email: 'fund@investor.example' },
  consent: { matching: true },
};

/** The client of `@kopru/sdk` and the built Worker, as a hub's server uses them. */
describe('the client and the API', () => {
  let storage: string;
  let server: DevServer;
  let kopru: Kopru;
  beforeAll(async () => {
    storage = await mkdtemp(join(tmpdir(), 'kopru-client-'));
    server = await startDevServer({
      config: join(root, 'wrangler.toml'),
      worker: join(root, 'packages/api/dist/worker/local.js'),
      storage,
      migrations: join(root, 'packages/api/migrations'),
      port: 0,
    });
    const operator = new Kopru({ apiKey: await operatorKey(server.db, undefined), baseUrl: server.url });
    const { hub, key } = await operator.hubs.create({ id: 'client', name: 'Client', country: 'KZ' });
    expect(hub.settings.languages).toContain('kk');
    kopru = new Kopru({ apiKey: key.key, baseUrl: server.url });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(storage, { recursive: true, force: true });
  });

  test('is up and ready', async () => {
    expect(await kopru.health.live()).toEqual({ status: 'ok' });
    expect((await kopru.health.ready()).checks.database).toBe('ok');
  });

  test('upserts, reads what it wrote, and refuses a write to another state', async () => {
    const stored = await kopru.startups.upsert('agri-17', STARTUP);
    expect(stored).toMatchObject({ kind: 'startup', id: 'agri-17', version: 1, profile: STARTUP });
    const changed = await kopru.startups.update('agri-17', { country: 'UZ' }, { ifMatch: stored.sequence });
    expect(await kopru.startups.get('agri-17')).toEqual(changed);
    await expect(
      kopru.startups.update('agri-17', { country: 'KZ' }, { ifMatch: stored.sequence }),
    ).rejects.toMatchObject({ code: 'precondition_failed', status: 412, requestId: expect.any(String) });
    await expect(kopru.startups.get('nobody')).rejects.toMatchObject({ code: 'not_found' });
    await expect(kopru.startups.upsert('bad', { ...STARTUP, trl: 17 })).rejects.toMatchObject({
      code: 'invalid_request',
      issues: [{ path: '/trl' }],
    });
  });

  test('does a write once that is sent twice under one key', async () => {
    const send = () => kopru.blocks.create(block, { idempotencyKey: 'once' }).withResponse();
    await kopru.investors.upsert('fund-3', INVESTOR);
    const block = { owner: { kind: 'investor', id: 'fund-3' }, blocked: { kind: 'startup', id: 'agri-99' } } as const;
    await kopru.startups.upsert('agri-99', STARTUP);
    const [first, second] = [await send(), await send()];
    expect(second.data).toEqual(first.data);
    expect(second.response.headers.get('idempotency-replayed')).toBe('true');
    expect((await kopru.blocks.list()).items).toHaveLength(1);
    await kopru.blocks.delete(first.data.id);
  });

  test('matches, explains, and introduces', async () => {
    const matches = [];
    for await (const match of kopru.matches.list({ kind: 'startup', id: 'agri-17' }, { explain: 'kk', limit: 1 }))
      matches.push(match);
    expect(matches.map(({ id }) => id)).toEqual(['fund-3']);
    expect(matches[0]?.card).not.toHaveProperty('contact');
    const found = await kopru.matches.find({ kind: 'startup', profile: STARTUP });
    expect(found.matches.map(({ id }) => id)).toEqual(['fund-3']);
    const [from, to] = [
      { kind: 'startup', id: 'agri-17' },
      { kind: 'investor', id: 'fund-3' },
    ] as const;
    expect(await kopru.matches.score({ subject: from, candidate: to })).toMatchObject({ eligible: true });
    const { id } = await kopru.introductions.ask({ from, to, message: 'Кездесейік.', lang: 'kk' });
    await kopru.introductions.accept(id);
    expect((await kopru.introductions.get(id)).to.contact).toEqual(INVESTOR.contact);
  });

  test('imports rows as they are made, lists them over pages, and exports them', async () => {
    async function* rows() {
      for (let i = 0; i < 30; i++) yield { id: `row-${i}`, profile: { name: `Row ${i}`, pitch: 'Su sayğacları.' } };
      yield { id: 'row-bad', profile: { name: 'Bad', pitch: '' } };
    }
    let { id, state } = await kopru.imports.create('startup', rows);
    while (state !== 'completed') {
      await sleep(200);
      state = (await kopru.imports.get(id)).state;
      expect(['queued', 'running', 'completed']).toContain(state);
    }
    const issues = [];
    for await (const issue of kopru.imports.report(id)) issues.push(issue);
    expect(issues).toMatchObject([{ line: 31, path: '/pitch' }]);
    const ids = new Set();
    for await (const startup of kopru.startups.list({ q: 'Row', limit: 7 })) ids.add(startup.id);
    expect(ids.size).toBe(30);
    const types = new Set();
    for await (const line of kopru.exports.hub()) types.add(line.type);
    expect([...types]).toEqual(expect.arrayContaining(['export', 'hub', 'end']));
    await kopru.startups.delete('row-0');
    expect((await kopru.exports.deletions()).items.map((deletion) => deletion.id)).toContain('row-0');
  });
});
