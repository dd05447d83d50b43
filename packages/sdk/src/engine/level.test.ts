import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

test('a score has the level whose lowest score it reaches', () => {
  expect([0, 49.9, 50, 64.9, 65, 79.9, 80, 100].map(levelOf)).toEqual([
    'weak',
    'weak',
    'fair',
    'fair',
    'good',
    'good',
    'strong',
    'strong',
  ]);
});
