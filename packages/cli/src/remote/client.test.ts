import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testIo } from '../../test/test-io.ts';
import { EXIT } from '../terminal/exit.ts';
import { connect, DEMO_FILE, type RemoteOptions } from './client.ts';
import { remotely } from './errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-client-'));
  await mkdir(join(folder, '.kopru'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const URL = 'https://kopru.example';

async function attempt(options: RemoteOptions, env: Record<string, string> = {}) {
  const { io, err } = testIo({ cwd: folder, env });
  const result = await connect(options, io).then(
    () => 'connected',
    (error) => error,
  );
  return { result, err: err() };
}

test('takes what is given before what the environment says', async () => {
  const env = { KOPRU_URL: 'no address', KOPRU_API_KEY: 'secret' };
  expect((await attempt({ url: URL }, env)).result).toBe('connected');
  expect((await attempt({}, env)).result).toMatchObject({ message: '"no address" is not the address of an API.' });
});

test('finds the local server of the folder when nothing is given, and says so without its key', async () => {
  await writeFile(join(folder, DEMO_FILE), JSON.stringify({ url: 'http://127.0.0.1:8787', secretKey: 'sk-demo' }));
  const { result, err } = await attempt({});
  expect(result).toBe('connected');
  expect(err).toBe(`Using the local server of ${DEMO_FILE}: http://127.0.0.1:8787\n`);
});

test('never sends the key of the local server to an address that was given, nor a given key to it', async () => {
  await writeFile(join(folder, DEMO_FILE), JSON.stringify({ url: 'http://127.0.0.1:8787', secretKey: 'sk-demo' }));
  expect((await attempt({ url: URL })).result).toMatchObject({ message: `No key for ${URL} is given.` });
  expect((await attempt({ apiKey: 'sk' })).result).toMatchObject({ exitCode: EXIT.usage });
});

test.each([
  ['no server', undefined],
  ['a server without a demo hub', '{"url": "http://127.0.0.1:8787", "operatorKey": "ok"}'],
  ['a file that is cut off', '{"url": "http://127.'],
])('says what to do where there is %s', async (_, text) => {
  if (text !== undefined) await writeFile(join(folder, DEMO_FILE), text);
  expect((await attempt({})).result).toMatchObject({
    exitCode: EXIT.usage,
    hint: expect.stringContaining('kopru dev'),
  });
});

test('an error never quotes a key', async () => {
  const { result } = await attempt({ url: URL, apiKey: 'a secret with spaces' });
  expect(result).toMatchObject({ exitCode: EXIT.usage });
  expect(`${result.message} ${result.hint} ${result.cause}`).not.toContain('secret with');
});

test('a server that is not there is told with what to look at', async () => {
  const { io } = testIo({ cwd: folder });
  const kopru = await connect({ url: 'http://127.0.0.1:1', apiKey: 'sk' }, io);
  await expect(remotely(() => kopru.hub.get({ maxRetries: 0 }))).rejects.toMatchObject({
    exitCode: EXIT.remote,
    message: 'The API: The connection failed or broke off. [network]',
    hint: expect.any(String),
  });
});

test('what is no error of the API stays as it is', async () => {
  const fault = new RangeError('ours');
  await expect(remotely(() => Promise.reject(fault))).rejects.toBe(fault);
});
