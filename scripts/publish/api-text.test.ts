import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, layOut, nameParts, nameUnions } from './api-text.ts';

const STAGES = ['idea', 'seed', 'series_a', 'series_b', 'growth'];
const quoted = (members: readonly string[]) => members.map((member) => `"${member}"`).join(' | ');

describe('a union', () => {
  test('that has a name is written by it, in whatever order its members come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(STAGES, { minLength: STAGES.length }), (members) => {
        expect(nameUnions(`{ stage: ${quoted(members)}; }`, { Stage: STAGES })).toBe('{ stage: Stage; }');
      }),
    );
  });

  test('with more members than the name has keeps those', () => {
    expect(nameUnions(`("other" | ${quoted(STAGES)})[]`, { Stage: STAGES })).toBe('(Stage | "other")[]');
  });

  test('that lacks one member is written out, sorted', () => {
    expect(nameUnions(quoted(STAGES.slice(1)), { Stage: STAGES })).toBe('"growth" | "seed" | "series_a" | "series_b"');
  });
});

test('a type is written the same in whatever order the compiler met its members', () => {
  const members = ['a?: "x" | "y" | undefined;', 'b: (string | number)[];', 'c: { d: null; e: {}; };'];
  const expected = '{ a?: "x" | "y" | undefined; b: (number | string)[]; c: { d: null; e: {}; }; }';
  fc.assert(
    fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (some) => {
      expect(inOrder(`{ ${some.join(' ')} }`)).toBe(expected);
    }),
  );
  expect(inOrder('{ z: 1; } | { y: 2; } | undefined')).toBe('{ y: 2; } | { z: 1; } | undefined');
});

test('a schema inside another is written by its name, and never inside itself', () => {
  const card = '{ name: string; country: string; stage: string; }';
  const parts = new Map([
    ['card', card],
    ['list', `{ items: ${card}[]; }`],
  ]);
  expect(nameParts(`{ items: ${card}[]; }`, parts)).toBe('{ items: card[]; }');
  expect(nameParts(card, parts)).toBe(card);
});

describe('the layout', () => {
  test('puts one property on a line, and leaves texts in quotes alone', () => {
    expect(layOut('{ a: { b: "x; {y}"; }; c: {}; }[]')).toBe('{\n  a: {\n    b: "x; {y}";\n  };\n  c: {};\n}[]');
  });

  test('changes nothing but white space', () => {
    const text = fc.letrec((tie) => ({
      type: fc.oneof({ maxDepth: 4 }, fc.constantFrom('string', '"a" | "b"', 'number[]'), tie('object')),
      object: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('type'), { maxKeys: 4 }).map(
        (fields) =>
          `{ ${Object.entries(fields)
            .map(([name, type]) => `${name}: ${type};`)
            .join(' ')} }`,
      ),
    })).object;
    const bare = (written: unknown) => String(written).replace(/\s+/g, '');
    fc.assert(fc.property(text, (written) => void expect(bare(layOut(String(written)))).toBe(bare(written))));
  });
});
