import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MANDATE_GATES, MANDATES_FILE, parseMandateCases, readMandateCases } from './mandate-cases.ts';
import { mistakesIn, summarise } from './mandates.ts';

const cases = await readMandateCases();

describe('the mandates', () => {
  it('are decided by the engine as by the officer, in at least 300 cases', () => {
    expect(cases.flatMap(mistakesIn)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it('hold no case twice', async () => {
    const written = (await readFile(MANDATES_FILE, 'utf8')).trimEnd().split('\n').slice(1);
    const pairs = written.map((line) => line.split('\t').slice(1, 3).join('\t'));
    expect(pairs).toHaveLength(cases.length);
    expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual([]);
  });

  it('try each gate in each of its answers, and every reason', () => {
    const { byGate, byReason } = summarise(cases, 0);
    for (const gate of MANDATE_GATES) {
      const { pass, unknown, fail } = byGate[gate]!;
      expect(Math.min(pass, fail), gate).toBeGreaterThanOrEqual(10);
      // Exclusions fail closed, so that their gate is never unknown.
      expect(unknown > 0, gate).toBe(gate !== 'exclusion');
    }
    expect(Object.keys(byReason).sort()).toEqual([
      'gate.consent_missing',
      'gate.country_outside',
      'gate.exclusion_unknown',
      'gate.instrument_not_offered',
      'gate.not_active',
      'gate.sector_excluded',
      'gate.stage_outside',
      'gate.ticket_above_maximum',
      'gate.ticket_below_minimum',
    ]);
  });

  it('are written by nobody but people: one module names the file, and it only reads', async () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const modules = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const naming: string[] = [];
    for (const name of modules) {
      const source = await readFile(`${folder}${name}`, 'utf8');
      if (!/mandates\.tsv|MANDATES_FILE/.test(source)) continue;
      naming.push(name);
      expect(source, name).not.toMatch(/writeFile|appendFile|createWriteStream|node:fs/);
    }
    expect(naming.sort()).toEqual(['mandate-cases.ts', 'mandates.ts']);
  });

  it('are told wrong when an expectation is', () => {
    const [first] = cases;
    const other = { ...first!, gates: { ...first!.gates, stage: 'fail' as const } };
    expect(mistakesIn(other)).toHaveLength(1);
    expect(mistakesIn(other)[0]).toContain(`mandates.tsv:${first!.line}: `);
    expect(mistakesIn({ ...first!, reasons: ['gate.stage_outside'] })).toHaveLength(1);
  });
});

describe('the file of mandates', () => {
  const file = (row: string) => new TextEncoder().encode(`about\tstartup\tinvestor\tgates\treasons\twhy\n${row}\n`);
  it.each([
    ['a mark that is none', 'stage\t\t\t+++x+\t\twhy', 'gates: 5 marks of + ? -'],
    ['a word that is none', 'stage\tphase=seed\t\t+????\t\twhy', 'startup: "phase=seed" says nothing that is known'],
    ['a code that is none', 'stage\tstage=late\t\t+????\t\twhy', 'startup: /stage must be one of idea'],
    ['an amount that is none', 'ticket\traise=many\t\t+????\t\twhy', 'startup: /raise/amount'],
    ['no reason why', 'stage\t\t\t+????\t\t', 'about and why must say something'],
  ])('is refused with the line on %s', (_, row, rule) => {
    expect(() => parseMandateCases(MANDATES_FILE, file(row))).toThrow(`mandates.tsv:2: ${rule}`);
  });
});
