import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CURRENCIES } from '../facets/index.ts';
import { renderMessage } from '../strings/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { createMatcher, ProfileError } from './matcher.ts';

const amount = fc.oneof(fc.constantFrom(0.01, 1e15), fc.double({ min: 0.01, max: 1e15, noNaN: true }));
const currency = fc.constantFrom(...CURRENCIES);

test('every amount that the schema takes can be told, whatever its size and currency', async () => {
  await fc.assert(
    fc.asyncProperty(amount, currency, amount, currency, async (round, of, least, within) => {
      const matcher = createMatcher({ embedder: hashEmbedder() });
      await matcher.add('investor', 'i', { name: 'I', thesis: 'Su', ticket: { min: least, currency: within } });
      const profile = { name: 'S', pitch: 'Su', raise: { amount: round, currency: of } };
      const { gates, changes } = await matcher.whyNot({ kind: 'startup', profile }, { kind: 'investor', id: 'i' });
      const messages = [...gates.flatMap(({ message }) => message ?? []), ...changes.map(({ message }) => message)];
      for (const { key, evidence } of messages) expect(renderMessage(key, evidence, 'az')).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 200 },
  );
});

test('an amount below a cent is refused', async () => {
  const matcher = createMatcher({ embedder: hashEmbedder() });
  const tiny = { name: 'S', pitch: 'Su', raise: { amount: 5e-324, currency: 'RUB' } };
  await expect(matcher.add('startup', 's', tiny)).rejects.toThrow(ProfileError);
});
