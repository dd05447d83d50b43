import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownerIn, ownerOf } from './owner.ts';

const tokenOf = (payload: unknown) => `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;

test('a token speaks for the profile of its subject, in whatever letters its id is', () => {
  fc.assert(
    fc.property(fc.constantFrom('startup', 'investor'), fc.string({ minLength: 1, unit: 'grapheme' }), (kind, id) => {
      expect(ownerOf(tokenOf({ sub: `${kind}:${id}` }))).toEqual({ kind, id });
    }),
  );
});

test('what is no token of a profile speaks for nobody', () => {
  for (const payload of [{}, null, 7, { sub: 7 }, { sub: 'startup' }, { sub: 'startup:' }, { sub: 'hub:1' }])
    expect(ownerOf(tokenOf(payload))).toBeUndefined();
  for (const token of ['', 'x', 'a.b.c', '..', 'x.%%.x']) expect(ownerOf(token)).toBeUndefined();
});

test('an attribute names a profile by kind and id', () => {
  expect(ownerIn(' startup/agri-17 ')).toEqual({ kind: 'startup', id: 'agri-17' });
  for (const text of ['', 'startup', 'startup/', 'hub/1', '/x']) expect(ownerIn(text)).toBeUndefined();
});
