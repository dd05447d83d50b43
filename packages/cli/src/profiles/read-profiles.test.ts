import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind } from '@kopru/sdk/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SecretaryFile, secretaryFiles, type Variant } from '../../test/fixtures/secretary.ts';
import { testIo } from '../../test/test-io.ts';
import type { ProfileFile } from './profile-file.ts';
import { MOST_ROWS, type ProfileOptions, readProfiles } from './read-profiles.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-profiles-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  kind: Kind,
  content: string | Uint8Array,
  options: ProfileOptions = {},
  name = 'file.csv',
): Promise<ProfileFile> {
  await writeFile(join(folder, name), content);
  return readProfiles(name, kind, options, testIo({ cwd: folder }).io);
}

const PITCH = 'We measure the moisture of the soil.';

describe.each<Variant>(['utf-8', 'windows-1254', 'windows-1251'])('a file of a secretary in %s', (variant) => {
  const told = ({ line, severity, rule, column }: { line: number; severity: string; rule: string; column?: string }) =>
    `${line} ${severity} ${rule} ${column}`;

  async function check(kind: Kind, truth: SecretaryFile): Promise<void> {
    const file = await read(kind, truth.bytes);
    expect(file.encoding).toBe(variant);
    expect(file.columns).toEqual(truth.columns.map((column) => ({ ...column, given: false })));
    expect(file.rows).toEqual(truth.rows);
    expect(file.issues.map(told).sort()).toEqual(truth.issues.map(told).sort());
    for (const { suggestion } of file.issues) expect(suggestion).toMatch(/[.?]$/);
  }

  test.each([1, 2, 3])('is read field by field as it was meant (seed %i)', async (seed) => {
    const files = secretaryFiles({ seed, startups: 200, investors: 60, variant });
    await check('startup', files.startups);
    await check('investor', files.investors);
  });
});

test('a file with only names and texts is enough, and who gives it may match it', async () => {
  const { rows, issues } = await read('startup', `Ad;Açıklama\nAgroLab;${PITCH}\n`);
  expect(rows).toEqual([
    {
      id: 'AgroLab',
      line: 2,
      profile: { name: 'AgroLab', pitch: PITCH, status: 'active', consent: { matching: true } },
    },
  ]);
  expect(issues).toEqual([]);
});

describe('ids', () => {
  test('a name that occurs again gets a number, and no number that another row has', async () => {
    const { rows } = await read('startup', `name,pitch\nA,${PITCH}\nA,${PITCH}\nA (2),${PITCH}\nA,${PITCH}\n`);
    expect(rows.map(({ id }) => id)).toEqual(['A', 'A (2)', 'A (2) (2)', 'A (3)']);
  });

  test('a row without a name is called by its id', async () => {
    const { rows } = await read('startup', `id,name,pitch\ns-1,,${PITCH}\n`);
    expect(rows[0]).toMatchObject({ id: 's-1', profile: { name: 's-1' } });
  });

  test('a dash is no id', async () => {
    const { rows } = await read('startup', `id,name,pitch\n-,A,${PITCH}\n-,Null,${PITCH}\n`);
    expect(rows.map(({ id }) => id)).toEqual(['A', 'Null']);
  });

  test('the second row of an id is left out, and told with the first', async () => {
    const { rows, issues } = await read('startup', `id,name,pitch\ns-1,A,${PITCH}\ns-1,B,${PITCH}\n`);
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(issues).toMatchObject([
      { severity: 'error', line: 3, column: 'id', rule: 'unique_id', message: expect.stringContaining('line 2') },
    ]);
  });

  test('a row that could not be used leaves its id to the next', async () => {
    const { rows } = await read('startup', `id,name,pitch\ns-1,A,\ns-1,B,${PITCH}\n`);
    expect(rows.map(({ id, line }) => [id, line])).toEqual([['s-1', 3]]);
  });
});

describe('what fails closed', () => {
  test('consent: only a yes is one', async () => {
    const { rows, issues } = await read(
      'startup',
      `name,pitch,consent\nA,${PITCH},evet\nB,${PITCH},hayır\nC,${PITCH},\nD,${PITCH},belki\n`,
    );
    expect(rows.map(({ profile }) => profile.consent)).toEqual([
      { matching: true },
      { matching: false },
      { matching: false },
      { matching: false },
    ]);
    expect(issues).toMatchObject([{ severity: 'warning', line: 5, rule: 'consent', column: 'consent' }]);
  });

  test('excluded sectors that break a rule: the row is left out', async () => {
    const { rows, issues } = await read(
      'investor',
      `name;thesis;excludedSectors\nA;${PITCH};${'x'.repeat(101)}\nB;${PITCH};kumar\n`,
    );
    expect(rows).toMatchObject([{ id: 'B', profile: { excludedSectors: ['kumar'] } }]);
    expect(issues).toMatchObject([{ severity: 'error', line: 2, column: 'excludedSectors', rule: 'maximum' }]);
  });
});

test('a field that breaks a rule is left out, and the row stays', async () => {
  const { rows, issues } = await read(
    'startup',
    `name,pitch,trl,contact/email,contact/phone,sectors\nA,${PITCH},12,a(at)b,+90 555 1,fintech; ${'x'.repeat(101)}\n`,
  );
  expect(rows[0]?.profile).toEqual({
    name: 'A',
    pitch: PITCH,
    contact: { phone: '+90 555 1' },
    sectors: ['finance'],
    status: 'active',
    consent: { matching: true },
  });
  expect(issues.map(({ severity, column, rule }) => [severity, column, rule])).toEqual([
    ['warning', 'contact/email', 'format'],
    ['warning', 'sectors', 'maximum'],
    ['warning', 'trl', 'maximum'],
  ]);
});

test('a text that is too long costs the row', async () => {
  const { rows, issues } = await read('startup', `name,pitch\nA,${'word '.repeat(2001)}\n`);
  expect(rows).toEqual([]);
  expect(issues).toMatchObject([
    { severity: 'error', line: 2, column: 'pitch', rule: 'maximum', suggestion: 'Shorten it.' },
  ]);
});

describe('money', () => {
  const ticketOf = async (csv: string, options: ProfileOptions = {}) => {
    const { rows, issues } = await read('investor', csv, options);
    return [(rows[0]?.profile as { ticket?: unknown } | undefined)?.ticket, issues.map(({ rule }) => rule)];
  };

  test('one amount is both ends of a ticket, and a bound is one', async () => {
    expect(await ticketOf(`name;thesis;Çek\nA;${PITCH};100 bin $\n`)).toEqual([
      { min: 100_000, max: 100_000, currency: 'USD' },
      [],
    ]);
    expect(await ticketOf(`name;thesis;Çek\nA;${PITCH};en fazla 100 bin $\n`)).toEqual([
      { max: 100_000, currency: 'USD' },
      [],
    ]);
  });

  test('one end that names its currency speaks for the other', async () => {
    expect(await ticketOf(`name;thesis;Min çek;Maks çek\nA;${PITCH};50 000;200 000 USD\n`)).toEqual([
      { min: 50_000, max: 200_000, currency: 'USD' },
      [],
    ]);
  });

  test('two ends in two currencies are no ticket', async () => {
    expect(await ticketOf(`name;thesis;Min çek;Maks çek\nA;${PITCH};50 000 €;200 000 USD\n`)).toEqual([
      undefined,
      ['currency'],
    ]);
  });

  test('ends in the wrong order are no ticket', async () => {
    expect(await ticketOf(`name;thesis;Min çek;Maks çek\nA;${PITCH};500 000 €;200 000 €\n`)).toEqual([
      undefined,
      ['min_not_above_max'],
    ]);
  });

  test('the option counts where no currency is named', async () => {
    expect(await ticketOf(`name;thesis;Çek\nA;${PITCH};100-200 bin\n`, { currency: 'TRY' })).toEqual([
      { min: 100_000, max: 200_000, currency: 'TRY' },
      [],
    ]);
    expect(await ticketOf(`name;thesis;Çek\nA;${PITCH};100-200 bin\n`)).toEqual([undefined, ['currency']]);
  });

  test('a raise is one amount', async () => {
    const { rows, issues } = await read(
      'startup',
      `name;pitch;Yatırım tutarı;Yatırım aracı\nA;${PITCH};100-200 bin $;hibe\nB;${PITCH};;hibe\n`,
    );
    expect(rows.map(({ profile }) => (profile as { raise?: unknown }).raise)).toEqual([undefined, undefined]);
    expect(issues.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 'Yatırım tutarı', '"100-200 bin $" is a range, and this column holds one amount.'],
      [3, 'Yatırım aracı', 'The instrument stands without an amount, and is only kept with one.'],
    ]);
  });
});

test('the map says what a column is', async () => {
  const { columns, rows } = await read('startup', `Ad,Açıklama,Yorum\nA,x,${PITCH}\n`, {
    map: ['Yorum=pitch', 'Fon=thesis'],
  });
  expect(columns).toEqual([
    { header: 'Ad', field: 'name', given: false },
    { header: 'Açıklama', field: null, given: false },
    { header: 'Yorum', field: 'pitch', given: true },
  ]);
  expect(rows[0]?.profile).toMatchObject({ pitch: PITCH });
});

test('a file in which no column can be the text or the name is an error that names its columns', async () => {
  await expect(read('startup', 'Ad,Şehir\nA,Bakü\n')).rejects.toMatchObject({
    name: 'CliError',
    message: 'No column of file.csv was recognised as the text that says what each startup does.',
    hint: expect.stringContaining('--map "Ad=pitch"'),
  });
  await expect(read('investor', 'Tez,Şehir\nA,Bakü\n')).rejects.toMatchObject({
    message: expect.stringContaining('the names of the investors'),
  });
});

test('a row with more cells than columns is told, and the others are read', async () => {
  const { rows, issues } = await read('startup', `name;pitch\nA;${PITCH};x;y\nB;${PITCH}\n`);
  expect(rows.map(({ id }) => id)).toEqual(['B']);
  expect(issues).toMatchObject([
    { severity: 'error', line: 2, rule: 'columns', message: expect.stringMatching(/^The row has 4 cells/) },
  ]);
});

test('a file of too many rows is an error', async () => {
  const rows = Array.from({ length: MOST_ROWS + 1 }, (_, i) => `A${i},x`).join('\n');
  await expect(read('startup', `name,pitch\n${rows}\n`)).rejects.toMatchObject({
    name: 'CliError',
    hint: 'Split it into several files.',
  });
});

describe('NDJSON', () => {
  const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const profile = { name: 'A', pitch: PITCH };

  test('is read as the API exports it, or flat, and consent that is not given stays so', async () => {
    const file = await read(
      'startup',
      lines({ id: 's-1', profile }, { id: 's-2', ...profile }, { ...profile, consent: { matching: true } }),
      {},
      'file.ndjson',
    );
    expect(file).toMatchObject({ format: 'ndjson', columns: [], issues: [] });
    expect(file.rows).toEqual([
      { id: 's-1', line: 1, profile: { ...profile, status: 'active' } },
      { id: 's-2', line: 2, profile: { ...profile, status: 'active' } },
      { id: 'A', line: 3, profile: { ...profile, status: 'active', consent: { matching: true } } },
    ]);
  });

  test('is checked strictly, and an issue names its path', async () => {
    const { rows, issues } = await read(
      'startup',
      lines(
        { id: 's-1', profile: { ...profile, stage: 'Seed' } },
        { id: 's-2', ...profile, raise: { amount: 5 } },
        { id: 's-1', profile },
        { id: 's-1', profile },
        { id: '', profile },
        { id: 's-3', kind: 'x', profile },
        [1],
      ),
      {},
      'file.ndjson',
    );
    expect(rows.map(({ id, line }) => [id, line])).toEqual([['s-1', 3]]);
    expect(issues.map(({ severity, line, column, rule }) => [severity, line, column, rule])).toEqual([
      ['error', 1, '/profile/stage', 'one_of'],
      ['error', 2, '/raise/currency', 'required'],
      ['error', 4, '/id', 'unique_id'],
      ['error', 5, '/id', 'type'],
      ['error', 6, '/kind', 'unknown_field'],
      ['error', 7, undefined, 'object'],
    ]);
  });
});
