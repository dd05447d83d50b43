import { describe, expect, test } from 'vitest';
import { profileFile } from '../../test/match-run.ts';
import type { CliError } from '../terminal/exit.ts';
import { findPair } from './find-row.ts';

const startups = profileFile('startup', [
  { id: 's-1', name: 'Işık Enerji', pitch: 'Güneş' },
  { id: 's-2', name: 'Işıltı', pitch: 'Güneş' },
  { id: 's-3', name: 'Топырақ', pitch: 'Топырақ' },
  { id: 'Topraq', name: 'Topraq', pitch: 'Torpaq' },
]);
const investors = profileFile('investor', [
  { id: 'i-1', name: 'Muğan Fondu', thesis: 'Torpaq' },
  { id: 'i-2', name: 'Xəzər Fondu', thesis: 'Torpaq' },
]);

const idsOf = (a: string, b: string) => findPair(a, b, startups, investors).map(({ row }) => row.id);
const refusal = (a: string, b: string): CliError => {
  try {
    findPair(a, b, startups, investors);
  } catch (error) {
    return error as CliError;
  }
  throw new Error('found');
};

describe('a row that is asked for', () => {
  test('is found by its id, its name, or the beginning of its name, whatever the case', () => {
    expect(idsOf('s-3', 'i-2')).toEqual(['s-3', 'i-2']);
    expect(idsOf('топырақ', 'XƏZƏR FONDU')).toEqual(['s-3', 'i-2']);
    expect(idsOf('isik', 'mugan')).toEqual(['s-1', 'i-1']);
  });

  test('may be the investor first', () => {
    expect(findPair('muğan', 'Topraq', startups, investors).map(({ kind }) => kind)).toEqual(['investor', 'startup']);
  });

  test('that could be several is asked about, with all of them', () => {
    const { message, hint, exitCode } = refusal('ışı', 'i-1');
    expect(message).toBe('"ışı" could be 2 of the startups in startups.csv.');
    expect(hint).toBe('Say which:\n  s-1 (Işık Enerji)\n  s-2 (Işıltı)');
    expect(exitCode).toBe(2);
  });

  test('that is not there is answered with the nearest names', () => {
    const { message, hint } = refusal('Tobraq', 'i-1');
    expect(message).toBe('No startup in startups.csv has the id or name "Tobraq".');
    expect(hint).toContain('Nearest:\n  Topraq');
    expect(refusal('s-1', 'qqqqqq').hint).toBeUndefined();
  });
});
