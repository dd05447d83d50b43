import { expect, test } from 'vitest';
import { isDue } from './cron.ts';

test('a cron is due in the minutes that all its fields name, in UTC', () => {
  const due = (cron: string) => isDue(cron, new Date('2026-11-27T03:07:59.000Z'));
  expect(['* * * * *', '7 * * * *', '7 3 * * *', '7 3 27 11 5'].map(due)).toEqual([true, true, true, true]);
  expect(['8 * * * *', '23 3 * * *', '7 4 * * *', '7 3 * * 6'].map(due)).toEqual([false, false, false, false]);
});
