import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Block, blocksOf } from './snippets.ts';

const run = promisify(execFile);

/** How long the guide says that a kind with its pairing is at most. */
const MOST_LINES = 60;

/**
 * The guide in a copy of the SDK: a `ts FILE` block is a new file, a `diff FILE` block changes one, `js FILE` is run
 * at the end, and prints what the `json` block holds.
 */
let folder: string;
let blocks: readonly Block[];
beforeAll(async () => {
  await mkdir('.kopru', { recursive: true });
  // Inside the repository, so that what the SDK imports is found.
  folder = await mkdtemp('.kopru/kind-');
  await cp('packages/sdk/src', join(folder, 'sdk'), { recursive: true });
  blocks = blocksOf(await readFile('docs/guides/add-a-kind.md', 'utf8'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ofType = (type: string) =>
  blocks.flatMap(({ info, code }) => {
    const [language, file = ''] = info.split(' ');
    return language === type ? [{ file, code }] : [];
  });

/** The lines of a diff that begin with a space or with one of the marks, without these. */
const side = (diff: string, mark: '+' | '-'): string =>
  diff
    .trimEnd()
    .split('\n')
    .flatMap((line) => (line[0] === ' ' || line[0] === mark ? [line.slice(1)] : []))
    .join('\n');

test('the guide adds a kind and a pairing that match, in as few lines as it says', async () => {
  for (const { file, code } of ofType('ts')) {
    const path = join(folder, 'sdk', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
  for (const { file, code } of ofType('diff')) {
    const path = join(folder, 'sdk', file);
    const source = await readFile(path, 'utf8');
    const parts = source.split(side(code, '-'));
    expect(parts, `${file} has once what the guide changes:\n${side(code, '-')}`).toHaveLength(2);
    await writeFile(path, parts.join(side(code, '+')));
  }
  const added = [
    ...ofType('ts').map(({ code }) => code),
    ...ofType('diff').map(({ code }) => code.match(/^\+.*$/gm)?.join('\n') ?? ''),
  ];
  const lines = added
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  expect(lines.length).toBeLessThan(MOST_LINES);
  expect(await readFile('docs/guides/add-a-kind.md', 'utf8')).toContain(`in ${lines.length} lines`);

  const [script] = ofType('js');
  await writeFile(join(folder, script?.file ?? ''), script?.code ?? '');
  const { stdout } = await run(process.execPath, [join(folder, script?.file ?? '')]);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(ofType('json')[0]?.code ?? ''));
}, 60_000);

test('what the guide makes has right types', async () => {
  const config = {
    extends: '../../packages/sdk/tsconfig.json',
    compilerOptions: { noEmit: true, composite: false, incremental: false, rootDir: '.' },
    include: ['sdk'],
    exclude: ['sdk/**/*.test.ts'],
    references: [],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = await run('tsc', ['-p', folder]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
}, 180_000);
