import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFileNames } from './file-name.ts';

test('a name stays readable, in its own letters', () => {
  const nameFor = createFileNames('.ics');
  expect(nameFor('startup', 'Қазақ Ағаш: "Жол" / A|B?')).toBe('startup-Қазақ Ағаш Жол A B.ics');
  expect(nameFor('investor', '..\\..\\etc')).toBe('investor-.. .. etc.ics');
  expect(nameFor('startup', 'Co.')).toBe('startup-Co.ics');
});

test('the same name twice, or in other letters, gets a number', () => {
  const nameFor = createFileNames('.ics');
  expect([nameFor('startup', 'Tarla'), nameFor('startup', 'TARLA'), nameFor('startup', 'Tarla?')]).toEqual([
    'startup-Tarla.ics',
    'startup-TARLA (2).ics',
    'startup-Tarla (3).ics',
  ]);
});

test('any names make files that Windows allows, each another one, none too long', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('CON', 'a', 'A', 'Ə'.repeat(200), '漢'.repeat(120), '👨‍👩‍👧‍👦'.repeat(30), '', ' . ', '\u202ea'),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const nameFor = createFileNames('.ics');
      const made = names.map((text) => nameFor('investor', text));
      expect(new Set(made.map((text) => text.toLowerCase())).size).toBe(names.length);
      for (const text of made) {
        expect(text.length).toBeLessThanOrEqual(100);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(255);
        expect(text).toMatch(/^investor-/);
        expect(text).not.toMatch(/[<>:"/\\|?*\p{C}]/u);
        expect(text.replace(/(?: \(\d+\))?\.ics$/, '')).not.toMatch(/[ .]$/);
      }
    }),
  );
});
