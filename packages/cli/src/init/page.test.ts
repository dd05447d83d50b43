import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testIo } from '../../test/test-io.ts';
import { EXIT } from '../terminal/exit.ts';
import { type InitPageOptions, initPage, SCRIPT } from './page.ts';

const KEY = 'kopru_pk_0123456789ABCDEFabcdef';
const PAGE = '<!doctype html>\r\n<title>Merkez</title>\r\n<body>\r\n  <h1>Ho\xfe geldiniz</h1>\r\n</body>\r\n';

let folder: string;
let script: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-page-'));
  script = join(folder, 'built.js');
  await writeFile(script, '// the widget');
  await writeFile(join(folder, 'index.html'), PAGE, 'latin1');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const page = (name = 'index.html') => readFile(join(folder, name), 'latin1');

async function init(options: Partial<InitPageOptions> = {}, env: Record<string, string> = {}) {
  const { io, out, err } = testIo({ cwd: folder, env, locale: 'tr' });
  const exit = await initPage({ file: 'index.html', url: 'https://kopru.example/', key: KEY, ...options }, script, io);
  return { exit, out: out(), err: err() };
}

test('puts the widget into a page, whose other bytes stay in their encoding, and its script beside it', async () => {
  expect((await init({ lang: 'tr' })).exit).toBe(EXIT.ok);
  const added = [
    `  <script type="module" src="${SCRIPT}"></script>\r\n`,
    `  <kopru-matches lang="tr" api="https://kopru.example" key="${KEY}" data-token="/kopru/token"></kopru-matches>\r\n`,
  ].join('');
  expect(await page()).toBe(PAGE.replace('</body>', `${added}</body>`));
  expect(await page(SCRIPT)).toBe('// the widget');
});

test('does nothing when it is there', async () => {
  await init();
  const before = await page();
  expect(await init()).toMatchObject({ exit: EXIT.ok, err: expect.stringContaining('has the widget already') });
  expect(await page()).toBe(before);
});

test('shows the change as a diff and writes nothing', async () => {
  const { out } = await init({ dryRun: true });
  expect(out).toMatch(/^--- index\.html\n\+\+\+ index\.html\n@@ -2,4 \+2,6 @@\n/m);
  expect(out.split('\n').filter((line) => line.startsWith('+'))).toHaveLength(3);
  expect(await page()).toBe(PAGE);
  expect(await readdir(folder)).not.toContain(SCRIPT);
});

test('writes a page in the language of the reader where none is named, and never over one', async () => {
  await init({ file: undefined });
  const made = await page('kopru.html');
  expect(made).toContain('<html lang="tr">');
  expect(made).toContain(`key="${KEY}"`);
  await expect(init({ file: undefined })).rejects.toMatchObject({ exitCode: EXIT.usage, hint: expect.any(String) });
  expect(await page('kopru.html')).toBe(made);
  expect((await init({ file: undefined, force: true })).exit).toBe(EXIT.ok);
});

test('takes address and key from the environment', async () => {
  const env = { KOPRU_URL: 'http://127.0.0.1:8787', KOPRU_PUBLISHABLE_KEY: KEY };
  await init({ url: undefined, key: undefined }, env);
  expect(await page()).toContain(`api="http://127.0.0.1:8787" key="${KEY}"`);
});

test.each([
  ['a secret key', { key: 'kopru_sk_0123456789ABCDEFabcdef' }, 'publishable key'],
  ['no key', { key: undefined }, 'No publishable key'],
  ['no address', { url: undefined }, 'address of the API is not given'],
  ['an address that is none', { url: 'kopru.example' }, '"kopru.example" is not the address'],
  ['a page that is not there', { file: 'nothing.html' }, 'nothing.html cannot be read'],
])('refuses %s, and writes nothing', async (_, options, message) => {
  const error: Error = await init(options).then(
    () => expect.unreachable(),
    (thrown) => thrown,
  );
  expect(error).toMatchObject({ name: 'CliError', exitCode: EXIT.usage, message: expect.stringContaining(message) });
  expect(`${error.message}`).not.toContain('kopru_sk_0123');
  expect(await page()).toBe(PAGE);
});

test('refuses a page without a place, telling the lines, and one in UTF-16', async () => {
  await writeFile(join(folder, 'part.html'), '<p>a</p>');
  await expect(init({ file: 'part.html' })).rejects.toMatchObject({ hint: expect.stringContaining('<kopru-matches ') });
  await writeFile(join(folder, 'wide.html'), Buffer.from('\ufeff<body></body>', 'utf16le'));
  await expect(init({ file: 'wide.html' })).rejects.toMatchObject({ message: 'wide.html is UTF-16.' });
});

test('leaves another script of the same name alone, unless it is told to', async () => {
  await writeFile(join(folder, SCRIPT), '// theirs');
  await expect(init()).rejects.toMatchObject({
    message: `${SCRIPT} is there already, and is another file or version.`,
  });
  expect(await page()).toBe(PAGE);
  await init({ force: true });
  expect(await page(SCRIPT)).toBe('// the widget');
});
