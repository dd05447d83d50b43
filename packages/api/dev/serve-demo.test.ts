import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kopru } from '@kopru/sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DemoProfile, type DemoServer, serveDemo } from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const PROFILES: readonly DemoProfile[] = [
  {
    kind: 'startup',
    id: 's-1',
    profile: { name: 'Su', pitch: 'Şəhər şəbəkəsində su itkisini səsdən tapan sensorlar.' },
  },
  {
    kind: 'investor',
    id: 'i-1',
    profile: { name: 'Fond', thesis: 'Su təsərrüfatı üçün texnologiyalar.', consent: { matching: true }, lang: 'az' },
  },
];

let folder: string;
let server: DemoServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-demo-'));
});
afterEach(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const serve = async (options: { demo?: boolean; weights?: string } = {}) => {
  await server?.stop();
  server = undefined;
  const told: string[] = [];
  server = await serveDemo({
    config: join(root, 'wrangler.toml'),
    worker: join(root, 'packages/api/dist/worker/local.js'),
    migrations: join(root, 'packages/api/migrations'),
    folder,
    port: 0,
    profiles: () => PROFILES,
    onProgress: (done, total) => told.push(`${done}/${total}`),
    ...options,
  });
  return { server, told, written: JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) };
};

test('seeds the given profiles and leaves address and keys, for their owner alone', async () => {
  const { server, told, written } = await serve();
  expect(told).toEqual(['2/2']);
  expect(written).toEqual(server.demo);
  expect(written).toMatchObject({ url: server.url, hub: 'demo' });
  if (process.platform !== 'win32') expect((await stat(join(folder, 'demo.json'))).mode & 0o077).toBe(0);
  const kopru = new Kopru({ apiKey: written.secretKey, baseUrl: server.url });
  expect((await kopru.startups.list()).items.map(({ id }) => id)).toEqual(['s-1']);
  expect(server.welcome).toContain(server.url);
  expect(server.welcome).not.toContain(written.secretKey);
});

test('a second start keeps data and keys, and embeds nothing', async () => {
  const first = await serve();
  const second = await serve();
  expect(second.told).toEqual([]);
  expect(second.written).toEqual({ ...first.written, url: second.server.url });
});

test('without the demo there is no hub, and the operator can make one', async () => {
  const { server, told, written } = await serve({ demo: false });
  expect(told).toEqual([]);
  expect(Object.keys(written)).toEqual(['url', 'operatorKey']);
  const operator = new Kopru({ apiKey: written.operatorKey, baseUrl: server.url });
  expect((await operator.hubs.list()).items).toEqual([]);
  expect((await operator.hubs.create({ id: 'baku', name: 'Baku', country: 'AZ' })).hub.id).toBe('baku');
});

test('takes the weights of another folder where one is given', async () => {
  const weights = join(folder, 'weights');
  const model = async () => {
    const { server } = await serve({ demo: false, weights });
    return (await (await fetch(`${server.url}/v1/ready`)).json()).checks.model;
  };
  await mkdir(weights);
  await writeFile(join(weights, 'layers.bin'), '');
  expect(await model()).toBe('failed');
  await cp(join(root, 'packages/model/weights/manifest.json'), join(weights, 'manifest.json'));
  expect(await model()).toBe('ok');
});

test('readers of the demo get their first mails, which the outbox shows as they are', async () => {
  const { server } = await serve();
  await server.fireCron('* * * * *');
  const get = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const { text: list } = await vi.waitFor(async () => {
    const found = await get('/outbox');
    expect(found.text).toContain('new.reader@fund.example');
    return found;
  });
  const [, id] = /href="\/outbox\/(mail_demo_asked)"/.exec(list) ?? [];
  const mail = await get(`/outbox/${id}`);
  expect(mail.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(mail.text).toContain('Auto-Submitted: auto-generated');
  const html = await get(`/outbox/${id}/html`);
  expect(html.headers.get('content-security-policy')).toContain('sandbox');
  expect(html.text).toContain(`http://127.0.0.1:`);
  expect((await get(`/outbox/${id}/eml`)).headers.get('content-type')).toBe('message/rfc822');
  expect((await get('/outbox/none')).status).toBe(404);
});
