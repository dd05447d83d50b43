import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeId } from './made-id.ts';

test('any name gives an id that the API takes, and the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (name) => {
      expect(madeId(name)).toMatch(/^[A-Za-z0-9._~-]{1,128}$/);
      expect(madeId(name)).toBe(madeId(name));
    }),
  );
});

test('Latin letters of the name can be read in it, and names in another script do not meet', () => {
  expect(madeId('Işık & Şölen A.Ş.')).toMatch(/^isik-solen-a-s-[0-9a-f]{12}$/);
  expect(madeId('Фонд почв')).toMatch(/^[0-9a-f]{12}$/);
  expect(madeId('Фонд почв')).not.toBe(madeId('Фонд вод'));
});
