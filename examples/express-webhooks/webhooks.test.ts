import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebhookEvent } from '@kopru/sdk/webhooks';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalHub, startHub } from '../../scripts/local-hub.ts';
import { freePort, type Program, startProgram } from '../../scripts/program.ts';
import { blocksOf, runBlocks } from '../../scripts/snippets.ts';
import { createApp } from './app.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

describe('the server, as `npm start` runs it, beside the real API', () => {
  let hub: LocalHub;
  let listener: Program;
  beforeAll(async () => {
    hub = await startHub();
    listener = await startProgram('npm', ['start'], {
      folder,
      env: { KOPRU_URL: hub.url, KOPRU_KEY: hub.key, PORT: String(await freePort()) },
      ready: /Listening at/,
    });
  });
  afterAll(async () => {
    await listener?.stop();
    await hub?.stop();
  });

  const printed = (line: string) =>
    vi.waitFor(() => expect(listener.output().split('\n')).toContain(line), { timeout: 20_000, interval: 100 });

  test('prints the test event, then that of the request of the README', async () => {
    await printed('endpoint.test');
    const blocks = blocksOf(await readFile(join(folder, 'README.md'), 'utf8')).map(({ code }) => code);
    const [request = ''] = blocks.filter((code) => code.includes('curl'));
    const root = await mkdtemp(join(tmpdir(), 'kopru-webhooks-'));
    try {
      await mkdir(join(root, '.kopru'));
      await writeFile(join(root, '.kopru/demo.json'), JSON.stringify({ secretKey: hub.key }));
      await runBlocks([request.replace('http://127.0.0.1:8787', hub.url)], { folder: root });
    } finally {
      await rm(root, { recursive: true });
    }
    await printed('startup topyraq was written, version 1');
  });
});

describe('the app', () => {
  const SECRET = `whsec_${Buffer.from('a secret of this test, 32 bytes.').toString('base64')}`;
  const had: WebhookEvent[] = [];
  let server: Server;
  beforeAll(async () => {
    const app = createApp({
      secret: SECRET,
      onEvent: async (event) => {
        had.push(event);
        throw new Error('of the work, which the sender does not hear of');
      },
    });
    vi.spyOn(console, 'error').mockReturnValue();
    server = app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.on('listening', listening));
  });
  afterAll(() => {
    server?.close();
    vi.restoreAllMocks();
  });

  const EVENT =
    '{ "type": "profile.deleted", "timestamp": "2026-11-27T09:00:00Z", "data": {"kind":"startup","id":"ş"} }';
  async function send(id: string, { body = EVENT, secret = SECRET } = {}) {
    const now = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, EVENT),
    };
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/kopru-events`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }

  test('works on an event once, however often it arrives, and answers each time that it has it', async () => {
    const answers = [await send('msg_1'), await send('msg_1'), await send('msg_2')];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(had.map(({ id, type }) => ({ id, type }))).toEqual([
      { id: 'msg_1', type: 'profile.deleted' },
      { id: 'msg_2', type: 'profile.deleted' },
    ]);
  });

  test('refuses what was changed, or signed with another secret, and does nothing about it', async () => {
    const before = had.length;
    const refused = { status: 400, text: '{"error":"signature_invalid"}' };
    expect(await send('msg_3', { body: EVENT.replace('ş', 's') })).toEqual(refused);
    // The same data, but not the bytes that were signed.
    expect(await send('msg_4', { body: JSON.stringify(JSON.parse(EVENT)) })).toEqual(refused);
    expect(await send('msg_5', { secret: `whsec_${Buffer.from('another secret').toString('base64')}` })).toEqual(
      refused,
    );
    expect(had).toHaveLength(before);
  });
});
