import { crc32 as zlib } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

test('is that of zlib, whatever the bytes and their number', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(8), (bytes, from) => {
      const part = bytes.subarray(from);
      expect(crc32(part)).toBe(zlib(part));
    }),
  );
});
