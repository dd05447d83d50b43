import { expect, test } from 'vitest';
import { profileFile } from '../../test/match-run.ts';
import { makeReady } from './make-ready.ts';

test('rows that are active, with consent and a word to compare, are ready; the others are told apart', () => {
  const file = profileFile('startup', [
    { id: 'ready', pitch: 'Sulama sensörleri' },
    { id: 'refused', pitch: 'Sulama sensörleri', consent: { matching: false } },
    { id: 'paused', pitch: 'Sulama sensörleri', status: 'paused' },
    { id: 'mute', pitch: '<p class="a1"></p> <!-- gizli -->' },
  ]);
  const { profiles, unshown, issues } = makeReady(file);
  expect(profiles.map(({ id }) => id)).toEqual(['ready']);
  expect(unshown).toBe(2);
  expect(issues).toEqual([
    {
      severity: 'error',
      file: 'startups.csv',
      line: 5,
      rule: 'has_word',
      message: 'The text holds no word, only mark-up.',
      suggestion: 'Write it as plain text.',
    },
  ]);
});
