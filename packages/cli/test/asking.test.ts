import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCoInvestment } from '../src/co-investment.ts';
import { runMarketEntry } from '../src/market-entry.ts';
import { runMatches } from '../src/matches.ts';
import { runNeighbours } from '../src/neighbours.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { startHub, type TestHub } from './hub.ts';

describe('what a hub is asked about one profile', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub('asking');
    const { startups, investors, experts, patents } = hub.kopru;
    const consent = { matching: true };
    await startups.upsert('kymyz', {
      name: 'Кымыз',
      pitch: 'Кымыз өндүрүүчүлөр үчүн муздаткыч идиштерди чыгарабыз.',
      sectors: ['cold_chain'],
      country: 'KG',
      raise: { amount: 500_000, currency: 'USD', instrument: 'equity' },
      consent,
    });
    await investors.upsert('alatoo', {
      name: 'Alatoo Capital',
      thesis: 'We fund cold chains for food.',
      country: 'KG',
      role: 'lead',
      ticket: { min: 200_000, max: 300_000, currency: 'USD' },
      consent,
    });
    await investors.upsert('xezer', {
      name: 'Xəzər Fondu',
      thesis: 'Qida üçün soyuq zəncirə sərmayə qoyuruq.',
      country: 'AZ',
      role: 'follow',
      ticket: { min: 100_000, max: 200_000, currency: 'USD' },
      consent,
    });
    await experts.upsert('aigul', { name: 'Айгүл', about: 'Муздаткычтарды долбоорлойм.', country: 'KZ', consent });
    const patent = { sectors: ['cold_chain' as const], consent };
    await patents.upsert('kg-1', {
      ...patent,
      name: 'Муздаткыч идиш',
      abstract: 'Күн нуру менен иштеген сүт муздаткыч идиш.',
      classifications: ['F25D 3/00'],
      jurisdictions: [{ office: 'KG', status: 'applied' }],
    });
    await patents.upsert('tr-1', {
      ...patent,
      name: 'Süt soğutma kabı',
      abstract: 'Güneş enerjisiyle çalışan süt soğutma kabı.',
      classifications: ['F25D 3/08'],
      jurisdictions: [{ office: 'TR', status: 'granted' }],
    });
  });
  afterAll(() => hub?.stop());

  test('matches of any kind are listed with reasons in the language of the reader, as many as are wanted', async () => {
    const { io, out } = hub.io({ locale: 'tr' });
    expect(await runMatches({ kind: 'startup', id: 'kymyz' }, io)).toBe(EXIT.ok);
    expect(out()).toMatch(/^[\d,]+ {2}Alatoo Capital, Kırgızistan \[alatoo\]\n {2}\+ /m);
    expect(out()).toContain('Xəzər Fondu, Azerbaycan [xezer]');
    const one = hub.io();
    await runMatches({ kind: 'startup', id: 'kymyz', limit: 1, json: true }, one.io);
    expect(JSON.parse(one.out()).matches).toHaveLength(1);
    const other = hub.io();
    await runMatches({ kind: 'startup', id: 'kymyz', seeks: 'patent', json: true }, other.io);
    expect(JSON.parse(other.out()).matches.map(({ kind }: { kind: string }) => kind)).toEqual(['patent', 'patent']);
  });

  test('a market has a group for each kind, with who is there or why nobody is', async () => {
    const { io, out } = hub.io();
    expect(await runMarketEntry({ id: 'kymyz', country: 'az' }, io)).toBe(EXIT.ok);
    expect(out()).toMatch(/^Investor: 1\n[\d.]+ {2}Xəzər Fondu, Azerbaijan \[xezer\]$/m);
    expect(out()).toMatch(/^Expert: 0\n {2}– \S/m);
  });

  test('neighbours begin with what they are not, and show the sentences, the classes and the offices', async () => {
    const { io, out } = hub.io();
    expect(await runNeighbours({ id: 'kg-1' }, io)).toBe(EXIT.ok);
    expect(out()).toMatch(/^[^\n]*legal advice[^\n]*\n\n\d+% {2}Süt soğutma kabı \[tr-1\]\n/);
    expect(out()).toContain('  » Күн нуру менен иштеген сүт муздаткыч идиш.\n  « Güneş enerjisiyle');
    expect(out()).toContain('  = F25D\n  = Türkiye\n');
  });

  test('a round is told as a whole, and then what each investor puts in and why', async () => {
    const { io, out } = hub.io();
    expect(await runCoInvestment({ id: 'kymyz', needsLead: true, minCountries: 2 }, io)).toBe(EXIT.ok);
    const text = out().replaceAll('\u00a0', ' ');
    expect(text).toContain('The round (USD 500,000) is filled. Investors: 2; countries: 2.');
    expect(text).toMatch(/^USD 300,000 {2}Alatoo Capital, Kyrgyzstan \[alatoo\]\n {2}Leads the round/m);
  });

  test('another round is asked about with its amount and its currency', async () => {
    const { io, out } = hub.io();
    await runCoInvestment({ id: 'kymyz', amount: 300_000, currency: 'USD', maxInvestors: 1, json: true }, io);
    expect(JSON.parse(out())).toMatchObject({ raise: { amount: 300_000, currency: 'USD' }, open: { amount: 0 } });
    await expect(async () => runCoInvestment({ id: 'kymyz', amount: 300_000 }, hub.io().io)).rejects.toThrow(
      'both --amount and --currency',
    );
  });

  test('what is not there is an error of the API', async () => {
    const { io } = hub.io();
    await expect(runNeighbours({ id: 'kg-2' }, io)).rejects.toMatchObject({ name: 'CliError', exitCode: EXIT.remote });
  });
});
