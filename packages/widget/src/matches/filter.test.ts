import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Filter, filterIn, filterText, limitsIn } from './filter.ts';

const given: fc.Arbitrary<Filter> = fc.record(
  {
    only: fc.constantFrom('open', 'new', 'saved', 'passed'),
    country: fc.constantFrom('AZ', 'KZ'),
    stage: fc.constantFrom('seed', 'growth'),
    sector: fc.constantFrom('irrigation', 'agrifood'),
    minScore: fc.integer({ min: 1, max: 100 }),
  },
  { requiredKeys: [] },
);

test('a filter is what its text says, and so many limits are set', () => {
  fc.assert(
    fc.property(given, (filter) => {
      expect(filterIn(filterText(filter))).toEqual(filter);
      expect(limitsIn(filter)).toBe(Object.keys(filter).length);
    }),
  );
});

test('what is not known, empty or no number is left out', () => {
  expect(filterIn('country=&minScore=much&cursor=x&only=new')).toEqual({ only: 'new' });
  expect(filterIn('')).toEqual({});
  expect(filterText({ country: '' as never, minScore: 0 })).toBe('');
});
