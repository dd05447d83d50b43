import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatOf } from './format.ts';
import { openTarget } from './target.ts';

describe('a file that is to be written', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kopru-target-'));
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  test('is there whole or not at all, and what was there stays until then', async () => {
    await writeFile(join(cwd, 'a.csv'), 'before');
    const target = await openTarget('a.csv', { cwd });
    expect(await readFile(join(cwd, 'a.csv'), 'utf8')).toBe('before');
    await target.write('after');
    expect(await readFile(join(cwd, 'a.csv'), 'utf8')).toBe('after');
    await target.discard();
    expect(await readdir(cwd)).toEqual(['a.csv']);
  });

  test('leaves nothing behind when it is given up', async () => {
    const target = await openTarget('a.csv', { cwd });
    expect(await readdir(cwd)).toHaveLength(1);
    await target.discard();
    expect(await readdir(cwd)).toEqual([]);
  });

  test('is written where a link points, which stays', async () => {
    await writeFile(join(cwd, 'real.csv'), '');
    await symlink(join(cwd, 'real.csv'), join(cwd, 'link.csv'));
    await (await openTarget('link.csv', { cwd })).write('text');
    expect(await readFile(join(cwd, 'real.csv'), 'utf8')).toBe('text');
    expect(await readFile(join(cwd, 'link.csv'), 'utf8')).toBe('text');
  });

  test('may be a device', async () => {
    const target = await openTarget('/dev/null', { cwd });
    await target.write('text');
    await target.discard();
  });

  test('that cannot be written is told at once, with what to do', async () => {
    await mkdir(join(cwd, 'folder'));
    await writeFile(join(cwd, 'file'), '');
    for (const [path, message] of [
      ['missing/a.csv', 'missing/a.csv cannot be written: its folder does not exist.'],
      ['file/a.csv', 'file/a.csv cannot be written: a part of its path is a file, not a folder.'],
      ['folder', 'folder cannot be written: it is a folder.'],
    ] as const) {
      await expect(openTarget(path, { cwd }), path).rejects.toMatchObject({
        name: 'CliError',
        message,
        hint: expect.any(String),
      });
    }
    expect(await readdir(cwd)).toEqual(['file', 'folder']);
  });
});

test('the ending of a name gives the format', () => {
  expect(['a.csv', 'B.NDJSON', 'c.jsonl', 'd.html', 'e.htm'].map(formatOf)).toEqual([
    'csv',
    'ndjson',
    'ndjson',
    'html',
    'html',
  ]);
  expect(() => formatOf('a.xlsx')).toThrow('a.xlsx: the ending .xlsx names no format');
  expect(() => formatOf('list')).toThrow('list: the ending (none) names no format');
});
