import { readFile } from 'node:fs/promises';
import { PAIRINGS } from '@kopru/sdk/engine';
import { KIND_NAMES } from '@kopru/sdk/schema';
import { describe, expect, test } from 'vitest';
import { formFile, formOf, formSource } from '../../../scripts/forms.ts';
import { GROUPS, LAYOUT, LIMIT_FIELDS, LIMITS } from '../src/profile/layout.ts';
import { FORMS } from './forms.ts';

describe.each(KIND_NAMES)('the form of a %s', (kind) => {
  test('is what its schema says: run "node --conditions=@kopru/source scripts/forms.ts"', async () => {
    expect(await readFile(formFile(kind), 'utf8')).toBe(formSource(kind));
    expect(FORMS[kind]).toEqual(formOf(kind));
  });

  test('shows every field in one group, and has no place for a field that is not there', () => {
    const placed = GROUPS.flatMap((group) => LAYOUT[kind][group]);
    expect(placed.toSorted()).toEqual(FORMS[kind].fields.map(({ path }) => path).toSorted());
  });
});

test('the limits whose cost is told are those of the engine, and all that they are counted from is sent', () => {
  for (const kind of KIND_NAMES) {
    // The form counts in the lists that the kind has when none is named.
    const first = PAIRINGS.find(({ sides }) => sides.includes(kind));
    const counted = (first?.limits[kind] ?? []).map(({ path }) => path);
    expect(LIMITS[kind].toSorted()).toEqual(counted.toSorted());
    for (const path of counted) expect(LIMIT_FIELDS[kind]).toContain(path.split('/')[1]);
  }
});

test('amounts of one currency are one field, and what else is said of them another', () => {
  const types = (kind: 'startup' | 'investor') =>
    Object.fromEntries(FORMS[kind].fields.map(({ path, type }) => [path, type]));
  expect(types('startup')).toMatchObject({ '/raise': 'money', '/raise/instrument': 'choice', '/pitch': 'long' });
  expect(types('investor')).toMatchObject({ '/ticket': 'range', '/sectors': 'sectors', '/portfolio': 'list' });
});
