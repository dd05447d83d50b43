import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAttempt } from './next-attempt.ts';

const NOW = new Date('2027-03-26T08:00:00Z');

test('each wait is varied by a fifth at most, and after the last one nothing is tried again', () => {
  const waits = fc.array(fc.integer({ min: 1000, max: 1e8 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(waits, fc.nat(9), fc.double({ min: 0, max: 0.999, noNaN: true }), (all, attempts, random) => {
      const next = nextAttempt(all, attempts + 1, NOW, random);
      const wait = all[attempts];
      if (wait === undefined) {
        expect(next).toBeUndefined();
        return;
      }
      const waited = (next as Date).getTime() - NOW.getTime();
      expect(waited).toBeGreaterThanOrEqual(Math.floor(wait * 0.8));
      expect(waited).toBeLessThanOrEqual(wait * 1.2);
    }),
  );
});
