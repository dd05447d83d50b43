import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepRecent } from './keep-recent.ts';

const uses = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(10)), { minLength: 1 });

test('what is left is the longest run of last uses that weighs no more than allowed, or the last alone', () => {
  fc.assert(
    fc.property(uses, fc.nat(30), (used, most) => {
      const entries = new Map<string, number>();
      const expected: [string, number][] = [];
      for (const [key, weight] of used) {
        entries.set(key, weight);
        keepRecent(entries, key, (value) => value, most);
        const before = expected.findIndex(([other]) => other === key);
        if (before >= 0) expected.splice(before, 1);
        expected.push([key, weight]);
        while (expected.length > 1 && expected.reduce((sum, [, value]) => sum + value, 0) > most) expected.shift();
        expect([...entries]).toEqual(expected);
      }
    }),
  );
});

test('a key that is not there changes nothing', () => {
  const entries = new Map([['a', 1]]);
  keepRecent(entries, 'b', (value) => value, 0);
  expect([...entries.keys()]).toEqual(['a']);
});
