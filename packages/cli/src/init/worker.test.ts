import { createPublicKey, verify } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testIo } from '../../test/test-io.ts';
import { EXIT } from '../terminal/exit.ts';
import { type InitWorkerOptions, initWorker } from './worker.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-worker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (name: string) => readFile(join(folder, name), 'utf8');

async function init(options: Partial<InitWorkerOptions> = {}) {
  const { io, err } = testIo({ cwd: folder });
  const exit = await initWorker({ hub: 'baku', ...options }, io, new Date('2026-11-27T12:00:00Z'));
  return { exit, err: err() };
}

/** The key as the Worker is given it, and its public half as the command tells it. */
async function keysOf(err: string) {
  const signing = /^KOPRU_SIGNING_KEY='(.*)'$/m.exec(await read('.dev.vars'))?.[1] as string;
  const { publicKey } = JSON.parse(/-d '(.*)'/.exec(err)?.[1] as string);
  return { signing, publicKey };
}

const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());

test('an empty folder becomes a Worker whose token the public half opens', async () => {
  const { exit, err } = await init({ deployment: 'kopru' });
  expect(exit).toBe(EXIT.ok);
  expect((await readdir(folder)).sort()).toEqual(['.dev.vars', '.gitignore', 'src', 'wrangler.toml']);
  expect(await read('wrangler.toml')).toContain('main = "src/index.ts"\ncompatibility_date = "2026-11-27"');
  expect((await stat(join(folder, '.dev.vars'))).mode & 0o077).toBe(0);
  const { signing, publicKey } = await keysOf(err);
  expect(err).not.toContain(JSON.parse(signing).d);

  const env = { KOPRU_HUB: 'baku', KOPRU_DEPLOYMENT: 'kopru', KOPRU_SIGNING_KEY: signing };
  const { kopruToken } = await import(join(folder, 'src/kopru.ts'));
  const ask = new Request('https://hub.example/kopru/token', { method: 'POST' });
  const answer: Response = await kopruToken(ask, env, () => ({ kind: 'startup', id: 'agri-17' }));
  const [header = '', claims = '', signature = ''] = (await answer.text()).split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  const key = createPublicKey({ key: publicKey, format: 'jwk' });
  expect(verify(null, signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(decoded(header)).toEqual({ alg: 'EdDSA', kid: '2026-11-27' });
  const { iat, exp, ...rest } = decoded(claims);
  expect(rest).toEqual({ iss: 'baku', aud: 'kopru', sub: 'startup:agri-17' });
  expect(exp - iat).toBe(600);

  expect((await kopruToken(ask, env, () => undefined)).status).toBe(401);
  expect(await kopruToken(new Request('https://hub.example/kopru/token'), env, () => undefined)).toBeUndefined();
  const entry = (await import(join(folder, 'src/index.ts'))).default;
  expect((await entry.fetch(ask, env)).status).toBe(401);
  expect((await entry.fetch(new Request('https://hub.example/'), env)).status).toBe(404);
});

test.each([
  ['wrangler.toml', 'name = "mine"\nmain = "app/worker.js"\n', '[vars]'],
  ['wrangler.jsonc', '{\n  // the entry\n  "main": "app/worker.js",\n}\n', '"vars"'],
])('a Worker with %s gets the module beside its entry, and the lines to add', async (config, text, lines) => {
  await writeFile(join(folder, config), text);
  const { err } = await init();
  expect((await readdir(folder)).sort()).toEqual(['.dev.vars', 'app', config].sort());
  expect(await readdir(join(folder, 'app'))).toEqual(['kopru.ts']);
  expect(await read(config)).toBe(text);
  expect(err).toContain(lines);
  expect(err).toContain("import { kopruToken } from './kopru.ts';");
});

test('writes over no file, and keeps a signing key that is there', async () => {
  await writeFile(join(folder, 'wrangler.toml'), 'main = "src/index.ts"\n');
  await writeFile(join(folder, '.dev.vars'), 'OTHER=1');
  await init();
  const vars = await read('.dev.vars');
  expect(vars).toMatch(/^OTHER=1\nKOPRU_SIGNING_KEY='\{.*\}'\n$/);
  await writeFile(join(folder, 'src/kopru.ts'), '// changed');
  await expect(init()).rejects.toMatchObject({ message: 'src/kopru.ts is there already.', exitCode: EXIT.usage });
  expect(await read('src/kopru.ts')).toBe('// changed');
  const { err } = await init({ force: true });
  expect(err).toContain('has a signing key already');
  expect(await read('src/kopru.ts')).not.toBe('// changed');
  expect(await read('.dev.vars')).toBe(vars);
});

test('refuses a folder that is no Worker, one without an entry, and an id that is none', async () => {
  await expect(init({ hub: '' })).rejects.toMatchObject({ message: '"" is not the id of a hub.' });
  await writeFile(join(folder, 'notes.txt'), '');
  await expect(init()).rejects.toMatchObject({ message: expect.stringContaining('neither empty nor') });
  await writeFile(join(folder, 'wrangler.toml'), 'name = "x"\n');
  await expect(init()).rejects.toMatchObject({ message: expect.stringContaining('names no entry') });
  expect((await readdir(folder)).sort()).toEqual(['notes.txt', 'wrangler.toml']);
});

test('makes the folder that is named', async () => {
  await mkdir(join(folder, 'here'));
  await init({ folder: 'here/new' });
  expect(await read('here/new/src/kopru.ts')).toContain('kopruToken');
});
