import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { type Link, pathOf, readLink, signLink } from './links.ts';

const RING = bindings.KOPRU_KEYRING;
const NOW = new Date('2026-11-27T08:00:00Z');
const LINK: Link = {
  purpose: 'answer',
  hub: 'kz',
  subscription: 'sub_1',
  mail: 'mail_1',
  kind: 'startup',
  id: 'agri-17',
  answer: 'saved',
  expires: new Date('2026-12-27T08:00:00Z'),
};

test('a link reads as it was signed, until it expires', async () => {
  const token = await signLink(RING, LINK);
  expect(await readLink(RING, 'answer', token, NOW)).toEqual(LINK);
  expect(pathOf('answer', token)).toMatch(/^\/mail\/answer\/[\w.-]+$/);
  await expect(readLink(RING, 'answer', token, new Date('2026-12-28'))).rejects.toMatchObject({ code: 'expired' });
});

test('a link is good for its purpose alone', async () => {
  const token = await signLink(RING, LINK);
  for (const purpose of ['confirm', 'preferences', 'unsubscribe', 'introduction'] as const)
    await expect(readLink(RING, purpose, token, NOW)).rejects.toMatchObject({ code: 'invalid' });
});

test('a link that was altered anywhere is refused', async () => {
  const token = await signLink(RING, LINK);
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom('A', 'b', '7', '-', '.'), async (at, c) => {
      const altered = token.slice(0, at) + c + token.slice(at + 1);
      fc.pre(altered !== token);
      await expect(readLink(RING, 'answer', altered, NOW)).rejects.toMatchObject({ code: 'invalid' });
    }),
  );
});

test('an older key of the ring still opens its links, and a key that is gone opens none', async () => {
  const key = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));
  const before = JSON.stringify({ current: '1', keys: { 1: key(1) } });
  const rotated = JSON.stringify({ current: '2', keys: { 1: key(1), 2: key(2) } });
  const gone = JSON.stringify({ current: '2', keys: { 2: key(2) } });
  const token = await signLink(before, LINK);
  expect(await readLink(rotated, 'answer', token, NOW)).toEqual(LINK);
  await expect(readLink(gone, 'answer', token, NOW)).rejects.toMatchObject({ code: 'invalid' });
});
