import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AssignOptions, runAssign } from '../src/assign.ts';
import type { RunTools } from '../src/matching/ready-pair.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { testIo } from './test-io.ts';

const STARTUPS = `id,name,pitch,stage
s1,Tarla,Sulama suyunu ölçen sensörler kuruyoruz.,seed
s2,=Oyun,Mobil oyun stüdyosu kurduk.,seed
s3,Зеркало,Наши датчики измеряют влажность почвы.,seed
s4,Gen,Buğday tohumu ıslah ediyoruz.,growth
`;
const INVESTORS = `id,name,thesis,stages,email
i1,Беркут,Sulama suyunu ölçen sensörler arıyoruz.,seed,secret@example.com
i2,Sakin,Mobil oyun stüdyosu arıyoruz.,seed,other@example.com
`;

const NOW = new Date('2026-11-27T12:00:00Z');
const tools: RunTools = { model: { embedder: hashEmbedder() }, now: () => NOW };

describe('kopru assign', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kopru-assign-'));
    await writeFile(join(cwd, 'startups.csv'), STARTUPS);
    await writeFile(join(cwd, 'investors.csv'), INVESTORS);
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const run = async (options: Partial<AssignOptions> = {}) => {
    const { io, out, err } = testIo({ cwd });
    const day = { start: '2026-12-03 10:00', slots: 3, timezone: 'Asia/Almaty' };
    const exit = await runAssign(
      { startups: 'startups.csv', investors: 'investors.csv', ...day, ...options },
      io,
      tools,
    );
    return { exit, out: out(), err: err() };
  };
  const written = (name: string) => readFile(join(cwd, name), 'utf8');
  const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

  test('writes every meeting to stdout, by slot and table, with times on the wall', async () => {
    const { exit, out } = await run();
    expect(exit).toBe(EXIT.ok);
    expect(out.split('\n')[0]).toBe('slot,start,end,table,startup,investor,score,startup_name,investor_name');
    const rows = rowsOf(out);
    expect(rows.length).toBe(6);
    expect(rows.map(({ slot, table }) => `${slot} ${table}`)).toEqual(['1 1', '1 2', '2 1', '2 2', '3 1', '3 2']);
    expect(rows[2]).toMatchObject({ start: '2026-12-03 10:20', end: '2026-12-03 10:35' });
    expect(rows.filter(({ startup }) => startup === 's2').map((row) => row.startup_name)).toEqual(["'=Oyun", "'=Oyun"]);
  });

  test('tells what the plan is worth, and who meets nobody and why', async () => {
    const { err } = await run();
    expect(err).toMatch(/Meetings\s+6/);
    expect(err).toMatch(/Most that a better plan could gain\s+0\s+no plan is better/);
    expect(err).toMatch(/Gen\s+Startup\s+fits the limits of nobody on the other side/);
  });

  test('speaks the language that is asked for, and gives programs one line', async () => {
    const { out, err } = await run({ lang: 'ru', json: true, output: 'day.ndjson' });
    expect(err).toMatch(/Встречи\s+6/);
    expect(JSON.parse(out)).toMatchObject({
      startups: 4,
      investors: 2,
      meetings: 6,
      gap: 0,
      without: [{ kind: 'startup', id: 's4', name: 'Gen', why: 'limits' }],
    });
    const rows = (await written('day.ndjson')).trimEnd().split('\n');
    expect(JSON.parse(rows[0] as string)).toMatchObject({ slot: 1, start: '2026-12-03T10:00:00+05:00', table: 1 });
  });

  test('keeps absences, blocked pairs, capacities and tables', async () => {
    await writeFile(join(cwd, 'absent.csv'), 'Participant;Slots\nберкут;1, 11:00-12:00\ns3;2\n');
    await writeFile(join(cwd, 'blocked.csv'), 'startup,investor\nTarla,i2\n');
    const { out } = await run({ absent: 'absent.csv', blocked: 'blocked.csv', meetingsStartup: 1, slots: 4 });
    const rows = rowsOf(out);
    expect(rows.map(({ startup }) => startup).sort()).toEqual(['s1', 's2', 's3']);
    // 11:00 is the fourth slot.
    for (const { investor, slot } of rows) if (investor === 'i1') expect(['2', '3']).toContain(slot);
    expect(rows).not.toContainEqual(expect.objectContaining({ startup: 's3', slot: '2' }));
    expect(rows.find(({ startup }) => startup === 's1')).toMatchObject({ investor: 'i1' });
    expect(new Set(rowsOf((await run({ tables: 1 })).out).map(({ slot }) => slot)).size).toBe(3);
  });

  test('tells each row of a list that names nobody, by its line, and does nothing', async () => {
    await writeFile(join(cwd, 'absent.csv'), 'participant,slots\nNobody,1\ns1,9\n');
    await writeFile(join(cwd, 'blocked.csv'), 'startup,investor\ns1,i1\ni1,s1\n');
    await expect(run({ absent: 'absent.csv' })).rejects.toThrow(
      /absent\.csv:2: column "participant": "Nobody" is neither id nor name of a startup[\s\S]*absent\.csv:3: column "slots": "9" is no slot\. Write numbers from 1 to 3/,
    );
    await expect(run({ blocked: 'blocked.csv', output: 'day.csv' })).rejects.toThrow(
      'blocked.csv:3: column "startup": "i1"',
    );
    await writeFile(join(cwd, 'blocked.csv'), 'firma,investor\ns1,i1\n');
    await expect(run({ blocked: 'blocked.csv', output: 'day.csv' })).rejects.toThrow('has no column "startup"');
    expect((await readdir(cwd)).filter((name) => name.includes('day'))).toEqual([]);
  });

  test('writes a page and a calendar for each who meets anybody, and no contact anywhere', async () => {
    const options = { output: 'day.csv', html: 'day.html', ics: 'calendars/day', title: 'Demo', place: 'Hall 2' };
    const { out, err } = await run(options);
    expect(out).toBe('');
    const calendars = await readdir(join(cwd, 'calendars/day'));
    expect(calendars.sort()).toEqual([
      'investor-Sakin.ics',
      'investor-Беркут.ics',
      'startup-=Oyun.ics',
      'startup-Tarla.ics',
      'startup-Зеркало.ics',
    ]);
    const texts = await Promise.all(
      ['day.csv', 'day.html', ...calendars.map((name) => `calendars/day/${name}`)].map(written),
    );
    for (const text of [...texts, err]) expect(text).not.toContain('@example.com');
    expect(texts[1]).toContain('<h1>Demo</h1>');
    await run(options);
    expect((await readdir(join(cwd, 'calendars/day'))).sort()).toEqual(calendars);
    expect(await written('calendars/day/startup-Tarla.ics')).toBe(texts[2 + calendars.indexOf('startup-Tarla.ics')]);
  });

  test('refuses a place for a file, before anything is read', async () => {
    await expect(run({ output: 'day.html', startups: 'none.csv' })).rejects.toThrow('is to hold the list of meetings');
    await expect(run({ html: 'day.csv', startups: 'none.csv' })).rejects.toThrow('is to hold the page');
    await expect(run({ ics: 'startups.csv', startups: 'none.csv' })).rejects.toThrow('there is a file of that name');
    await expect(run({ start: 'tomorrow' })).rejects.toThrow('"tomorrow" is no date and time');
  });

  test('writes what Excel opens', async () => {
    const { out } = await run({ excel: true });
    expect(out.startsWith('\ufeffslot;start;end;table;')).toBe(true);
    expect(out).toMatch(/;\d+,\d;/);
  });
});
