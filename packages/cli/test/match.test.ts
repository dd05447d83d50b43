import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MatchOptions, runMatch } from '../src/match.ts';
import type { RunTools } from '../src/matching/ready-pair.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { testIo } from './test-io.ts';

const STARTUPS = `Girişim Adı;Açıklama;Ülke;Aşama;Aranan yatırım
Tarla;Sulama suyunu ölçen sensörler kuruyoruz.;Türkiye;seed;500 bin $
=Oyun;Mobil oyun stüdyosu kurduk.;Azerbaycan;fikir;
Gen;Buğday tohumu ıslah ediyoruz.;;büyüme;
`;
const INVESTORS = `name,thesis,country,stages
Беркут,Sulama suyunu ölçen sensörler arıyoruz.,KZ,seed
Sakin,Mobil oyun stüdyosu arıyoruz.,AZ,"idea, seed"
`;

/** Hashes for vectors, and a clock that stands. */
const tools = (): RunTools => ({ model: { embedder: hashEmbedder() }, now: () => new Date(2026, 10, 27, 12) });

describe('kopru match', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kopru-match-'));
    await writeFile(join(cwd, 'startups.csv'), STARTUPS);
    await writeFile(join(cwd, 'investors.csv'), INVESTORS);
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const run = async (options: Partial<MatchOptions> = {}, given: Partial<RunTools> = {}) => {
    const { io, out, err } = testIo({ cwd });
    const files = { startups: 'startups.csv', investors: 'investors.csv' };
    const exit = await runMatch({ ...files, ...options }, io, { ...tools(), ...given });
    return { exit, out: out(), err: err() };
  };
  const written = (name: string) => readFile(join(cwd, name), 'utf8');
  const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

  test('writes the list to stdout, by startup and rank, with sentences in the language that was asked', async () => {
    const { exit, out } = await run({ lang: 'tr' });
    expect(exit).toBe(EXIT.ok);
    const rows = rowsOf(out);
    expect(rows.map(({ startup, investor, rank }) => [startup, investor, rank])).toEqual([
      ["'=Oyun", 'Sakin', '1'],
      ['Tarla', 'Беркут', '1'],
      ['Tarla', 'Sakin', '2'],
    ]);
    expect(rows[1]).toMatchObject({ startup_country: 'TR', investor_country: 'KZ', investor_name: 'Беркут' });
    expect(rows[1]?.reasons).toContain('Yatırımcı bu aşamaya yatırım yapıyor');
  });

  test('says which columns it read as what, and sums up at the end', async () => {
    const { err } = await run({ output: 'matches.csv' });
    expect(err).toContain('Girişim Adı');
    expect(err).toMatch(/Startups\s+3/);
    expect(err).toMatch(/Startups without a match\s+1.*most often because of: stage/);
  });

  test('writes the format that the name asks for, and the report beside it', async () => {
    await run({ output: 'a.ndjson', report: 'r.html' });
    await run({ output: 'b.html' });
    const lines = (await written('a.ndjson')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).startup)).toEqual(['=Oyun', 'Tarla', 'Tarla']);
    expect(await written('r.html')).toBe(await written('b.html'));
    expect(await written('r.html')).toContain('27 November 2026');
    expect((await readdir(cwd)).sort()).toEqual(['a.ndjson', 'b.html', 'investors.csv', 'r.html', 'startups.csv']);
  });

  test('writes the lists of the investors when they are asked for, and no more than asked', async () => {
    const { out } = await run({ per: 'investor', limit: 1 });
    expect(rowsOf(out).map(({ investor, rank }) => [investor, rank])).toEqual([
      ['Sakin', '1'],
      ['Беркут', '1'],
    ]);
  });

  test('gives the same bytes for the same files, on the day that SOURCE_DATE_EPOCH says', async () => {
    const once = async (name: string, day: number) => {
      const { io } = testIo({ cwd, env: { SOURCE_DATE_EPOCH: '1700000000' } });
      const options = {
        startups: 'startups.csv',
        investors: 'investors.csv',
        output: `${name}.csv`,
        report: `${name}.html`,
      };
      await runMatch(options, io, { ...tools(), now: () => new Date(2026, 1, day) });
      return (await written(`${name}.csv`)) + (await written(`${name}.html`));
    };
    expect(await once('a', 1)).toBe(await once('b', 2));
    expect(await written('a.html')).toContain('14 November 2023');
  });

  test('ends stdout with one JSON object of numbers when it is asked for', async () => {
    const { out } = await run({ json: true });
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      startups: 3,
      investors: 2,
      allowed: 3,
      listed: 3,
      unmatched: 1,
      unmatchedMostOften: 'stage',
      leftOut: 0,
    });
  });

  test('matches files of names and texts alone', async () => {
    await writeFile(join(cwd, 'a.csv'), 'Ad,Metin\nTarla,Sulama sensörü yapıyoruz\n');
    await writeFile(join(cwd, 'b.csv'), 'Fon,Ne arıyor\nBozkır,Sulama sensörü arıyoruz\n');
    const { exit, out } = await run({ startups: 'a.csv', investors: 'b.csv' });
    expect(exit).toBe(EXIT.ok);
    expect(rowsOf(out)).toHaveLength(1);
  });

  test('has findings when a row cannot be read, and matches the others', async () => {
    await writeFile(join(cwd, 'startups.csv'), `${STARTUPS}Adsız;;;;\n`);
    const { exit, out, err } = await run();
    expect(exit).toBe(EXIT.findings);
    expect(rowsOf(out)).toHaveLength(3);
    expect(err).toContain('5');
  });

  test('says so when the files are the wrong way round, and writes nothing', async () => {
    const wrong = run({ startups: 'investors.csv', investors: 'startups.csv', output: 'a.csv' });
    await expect(wrong).rejects.toMatchObject({ name: 'CliError', exitCode: EXIT.usage });
    await expect(wrong).rejects.toThrow(/wrong way round.*"thesis"/);
    expect((await readdir(cwd)).sort()).toEqual(['investors.csv', 'startups.csv']);
  });

  test('says that a file cannot be written before it reads a text', async () => {
    const embedder = { ...hashEmbedder(), embed: () => expect.unreachable() };
    for (const options of [
      { output: 'nowhere/a.csv' },
      { report: 'nowhere/a.html' },
      { output: 'a.xlsx' },
      { report: 'a.csv' },
      { output: 'a.html', report: './a.html' },
      { output: './startups.csv' },
    ]) {
      await expect(run(options, { model: { embedder } }), JSON.stringify(options)).rejects.toMatchObject({
        name: 'CliError',
        exitCode: EXIT.usage,
        hint: expect.any(String),
      });
    }
    expect((await readdir(cwd)).sort()).toEqual(['investors.csv', 'startups.csv']);
  });

  test('says why there is nobody to compare', async () => {
    await writeFile(join(cwd, 'a.csv'), 'name,pitch,onay\nTarla,Sulama sensörleri,hayır\n');
    await expect(run({ startups: 'a.csv' })).rejects.toMatchObject({
      message: 'a.csv has no startup that could be compared.',
      hint: '1 of its rows are without consent, or not active.',
    });
  });

  test('leaves no half file when it is stopped', async () => {
    const stop = new AbortController();
    const embedder = hashEmbedder();
    const stopping = {
      ...embedder,
      async embed(texts: readonly string[]) {
        stop.abort();
        return embedder.embed(texts);
      },
    };
    const { io } = testIo({ cwd, signal: stop.signal });
    const options = { startups: 'startups.csv', investors: 'investors.csv', output: 'a.csv', report: 'r.html' };
    await expect(runMatch(options, io, { ...tools(), model: { embedder: stopping } })).rejects.toThrow();
    expect((await readdir(cwd)).sort()).toEqual(['investors.csv', 'startups.csv']);
  });

  test('finds who says the same in another language, with the model', async () => {
    await writeFile(
      join(cwd, 'startups.csv'),
      'Атауы,Сипаттама\nТопырақ,Мақтаарал егіс алқаптарына топырақтың электр өткізгіштігін өлшейтін зондтар орнатамыз.\n',
    );
    await writeFile(
      join(cwd, 'investors.csv'),
      'Ad;Mandat\nOyun;Mobil oyun studiyalarına sərmayə qoyuruq.\nMuğan;Şoranlaşma suvarılan əkin yerlərini sıradan çıxarır. Münbitliyi qaytaran komandaları maliyyələşdiririk.\n',
    );
    const { io, out } = testIo({ cwd });
    await runMatch({ startups: 'startups.csv', investors: 'investors.csv' }, io);
    expect(rowsOf(out()).map(({ investor }) => investor)).toEqual(['Muğan', 'Oyun']);
  });
});
