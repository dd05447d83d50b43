import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runExplain } from '../src/explain.ts';
import type { MakeModel } from '../src/matching/load-pair.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { runValidate } from '../src/validate.ts';
import { runWhyNot } from '../src/why-not.ts';
import { testIo } from './test-io.ts';

const model: MakeModel = async () => ({ embedder: hashEmbedder() });

describe('one pair, and one file', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kopru-pair-'));
    await writeFile(
      join(cwd, 's.csv'),
      'id,name,pitch,stage,country\ns-1,Tarla,Sulama suyunu ölçen sensörler.,growth,TR\ns-2,Oyun,Mobil oyun.,,\n',
    );
    await writeFile(
      join(cwd, 'i.csv'),
      'id,name,thesis,stages,ticket\ni-1,Беркут,Sulama suyunu ölçen sensörler arıyoruz.,seed,50–200 тыс. долл.\n',
    );
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const files = { startups: 's.csv', investors: 'i.csv' };
  const say = async (command: typeof runExplain, options: Omit<Parameters<typeof runExplain>[0], 'startups'>) => {
    const { io, out, err } = testIo({ cwd });
    const exit = await command({ ...files, ...options }, io, model);
    return { exit, out: out(), err: err() };
  };

  test('explain tells the score, the signals and the reasons of two rows, and embeds no other', async () => {
    const embedded: string[] = [];
    const watching: MakeModel = async () => ({
      embedder: {
        ...hashEmbedder(),
        embed: (texts) => {
          embedded.push(...texts);
          return hashEmbedder().embed(texts);
        },
      },
    });
    const { io, out } = testIo({ cwd });
    expect(await runExplain({ ...files, a: 'Tarla', b: 'берк' }, io, watching)).toBe(EXIT.ok);
    expect(out()).toContain('Tarla – Беркут\n\nScore: ');
    expect(out()).toContain('– The startup’s stage: growth.');
    expect(embedded.join()).not.toContain('Mobil oyun');
  });

  test('explain speaks the language that was asked', async () => {
    const { out } = await say(runExplain, { a: 's-1', b: 'i-1', lang: 'kk' });
    expect(out).toContain('Ұпай: ');
  });

  test('why-not tells each limit, what it compared, and the smallest change', async () => {
    const { out } = await say(runWhyNot, { a: 'i-1', b: 's-1' });
    expect(out).toMatch(/Stage\s+not met\s+Growth\s+Seed/);
    expect(out).toMatch(/Country\s+not stated/);
    expect(out).toContain('→ The investor could also fund this stage: growth.');
    expect((await say(runWhyNot, { a: 's-2', b: 'i-1' })).out).toContain('No limit keeps these two apart.');
  });

  test('both give one JSON object when it is asked for', async () => {
    const { out } = await say(runWhyNot, { a: 's-1', b: 'i-1', json: true });
    expect(JSON.parse(out)).toMatchObject({
      subject: { kind: 'startup', id: 's-1', name: 'Tarla' },
      eligible: false,
      changes: ['The investor could also fund this stage: growth.'],
    });
  });

  test('a name that is not there, or one file alone, is told before the model is loaded', async () => {
    const never: MakeModel = () => expect.unreachable();
    const { io } = testIo({ cwd });
    await expect(runExplain({ ...files, a: 'Tralla', b: 'i-1' }, io, never)).rejects.toMatchObject({
      name: 'CliError',
      hint: expect.stringContaining('Tarla'),
    });
    await expect(runExplain({ a: 's-1', b: 'i-1', startups: 's.csv' }, io, never)).rejects.toThrow(
      'Only the file of the startups is given.',
    );
  });

  const validate = async (options: Omit<Parameters<typeof runValidate>[0], 'file'> & { file?: string }) => {
    const { io, out, err } = testIo({ cwd });
    const exit = await runValidate({ file: 's.csv', ...options }, io);
    return { exit, out: out(), err: err() };
  };

  test('validate finds the kind by itself and says what it read', async () => {
    const { exit, err } = await validate({});
    expect(exit).toBe(EXIT.ok);
    expect(err).toContain('s.csv: 2 rows of startups, 2 that can be matched, 0 left out');
    expect((await validate({ file: 'i.csv' })).err).toContain('1 row of investors');
  });

  test('validate has findings on rows that are left out, and with strict on cells', async () => {
    await writeFile(join(cwd, 'a.csv'), 'name,pitch,stage\nTarla,Sulama,yakında\nOva,Sulama,seed\n');
    expect((await validate({ file: 'a.csv' })).exit).toBe(EXIT.ok);
    expect((await validate({ file: 'a.csv', strict: true })).exit).toBe(EXIT.findings);
    await writeFile(join(cwd, 'b.csv'), 'name,pitch\nTarla,Sulama\nBoş,\nEtiket,<b></b> <!-- gizli -->\n');
    const { exit, out } = await validate({ file: 'b.csv', json: true });
    expect(exit).toBe(EXIT.findings);
    const told = JSON.parse(out);
    expect(told).toMatchObject({ kind: 'startup', valid: false, rows: 3, matched: 1, leftOut: 2 });
    expect(told.issues.map(({ line }: { line: number }) => line)).toEqual([3, 4]);
  });

  test('validate asks for the kind where nothing says it', async () => {
    await writeFile(join(cwd, 'list.csv'), 'Ad,Metin\nTarla,Sulama sensörleri\n');
    await expect(validate({ file: 'list.csv' })).rejects.toMatchObject({
      hint: 'Add --kind startup or --kind investor.',
    });
    expect((await validate({ file: 'list.csv', kind: 'investor' })).err).toContain('1 row of investors');
  });
});
