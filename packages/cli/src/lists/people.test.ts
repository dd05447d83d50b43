import { describe, expect, test } from 'vitest';
import { profileFile } from '../../test/match-run.ts';
import { findPeople } from './people.ts';

const find = findPeople(
  profileFile('startup', [
    { id: 's1', pitch: 'Su', name: 'İşık Tarım' },
    { id: 's2', pitch: 'Su', name: 'Зеркало' },
    { id: 's3', pitch: 'Su', name: 's2' },
    { id: 's4', pitch: 'Su', name: 'Twin' },
    { id: 's5', pitch: 'Su', name: 'twin' },
  ]),
);
const found = (asked: string) => {
  const answer = find(asked);
  return 'row' in answer ? answer.row.id : answer.problem;
};

describe('a person in a list', () => {
  test('is found by its id, which goes before a name', () => expect(found('s2')).toBe('s2'));

  test('is found by its name, as it is typed on another keyboard', () => {
    expect(found('ISIK TARIM')).toBe('s1');
    expect(found('зеркало')).toBe('s2');
  });

  test('is not guessed at where two have the name, or none', () => {
    expect(found('TWIN')).toBe('is the name of 2 startups in startups.csv; write the id');
    expect(found('Зерк')).toBe('is neither id nor name of a startup in startups.csv');
    expect(found('')).toBe('is neither id nor name of a startup in startups.csv');
  });
});
