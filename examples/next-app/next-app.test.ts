import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalHub, startHub } from '../../scripts/local-hub.ts';
import { freePort, type Program, startProgram } from '../../scripts/program.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const SECRET = `whsec_${Buffer.from('a secret of this test, 32 bytes.').toString('base64')}`;

/** The built app as `next start` serves it, against the real API. */
describe('the Next app', () => {
  let hub: LocalHub;
  let app: Program;
  let url: string;
  beforeAll(async () => {
    hub = await startHub();
    await hub.kopru.startups.upsert('topyraq', {
      name: 'Топырақ',
      country: 'KZ',
      stage: 'seed',
      pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз; диқан қай танапты шаю керегін көреді.',
      consent: { matching: true },
    });
    await hub.kopru.investors.upsert('mugan', {
      name: 'Muğan Fondu',
      country: 'AZ',
      stages: ['seed'],
      thesis:
        'Şoranlaşma suvarılan torpaqları sıradan çıxarır. Torpağın duzunu erkən ölçən sensorlara sərmayə qoyuruq.',
      contact: { email: 'fund@investor.example' },
      consent: { matching: true },
    });
    const env = { KOPRU_URL: hub.url, KOPRU_KEY: hub.key, KOPRU_WEBHOOK_SECRET: SECRET };
    const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
      cwd: folder,
      env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(status, stdout + stderr).toBe(0);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    app = await startProgram('npm', ['run', 'serve', '--', '--hostname', '127.0.0.1', '--port', String(port)], {
      folder,
      env: { ...env, NODE_ENV: 'production' },
      ready: /Ready in/,
    });
  });
  afterAll(async () => {
    await app?.stop();
    await hub?.stop();
  });

  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  test('shows the fund for the startup, with the reasons in the language that was chosen', async () => {
    const { status, text } = await get('/?startup=topyraq&lang=az');
    expect(status).toBe(200);
    expect(text).toContain('Muğan Fondu');
    expect(text).toContain('<ol lang="az">');
    expect(text).toContain('Startap yazır');
    expect((await get('/')).text).toContain('The investor funds this stage: seed.');
  });

  test('gives the same list to the code of its own pages, and nothing that they should not have', async () => {
    const { status, text } = await get('/api/matches/topyraq?lang=kk');
    expect(status).toBe(200);
    expect(JSON.parse(text).matches).toMatchObject([{ id: 'mugan', name: 'Muğan Fondu', score: expect.any(Number) }]);
    expect(text).not.toContain('@investor.example');
    expect(await get('/api/matches/topyraq?lang=xx')).toEqual({
      status: 400,
      text: '{"error":"no language \\"xx\\""}',
    });
    expect((await get('/api/matches/nobody')).status).toBe(404);
  });

  test('takes an event that was signed with its secret, and no other', async () => {
    const body = JSON.stringify({
      type: 'introduction.accepted',
      timestamp: new Date().toISOString(),
      data: { introduction: 'int_1', state: 'accepted', notify: [{ kind: 'startup', id: 'topyraq' }] },
    });
    const send = async (sent: string) => {
      const signature = new Webhook(SECRET).sign('msg_1', new Date(), body);
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': signature,
      };
      const response = await fetch(`${url}/api/webhooks`, { method: 'POST', headers, body: sent });
      return { status: response.status, text: await response.text() };
    };
    expect(await send(body)).toEqual({ status: 204, text: '' });
    expect(await send(body.replace('topyraq', 'another'))).toEqual({
      status: 400,
      text: '{"error":"signature_invalid"}',
    });
    expect(app.output()).toContain('accepted: int_1');
    expect(app.output()).not.toContain('another');
  });

  test('sends no key and no code of the client to the browser', async () => {
    const textOf = (pattern: string) =>
      globSync(pattern, { cwd: join(folder, '.next') }).map((file) =>
        readFileSync(join(folder, '.next', file), 'utf8'),
      );
    const browser = [...textOf('static/**/*.{js,css,map}'), (await get('/?startup=topyraq')).text];
    expect(browser.length).toBeGreaterThan(3);
    // What is looked for stands in the server's part, so that looking for it means something.
    const server = textOf('server/**/*.js').join('');
    for (const mark of ['KOPRU_KEY', '/v1/webhooks', 'webhook-signature']) {
      expect(server, mark).toContain(mark);
      for (const text of browser) expect(text.includes(mark), mark).toBe(false);
    }
    for (const text of browser) expect(text.includes(hub.key) || text.includes(SECRET)).toBe(false);
  });
});
