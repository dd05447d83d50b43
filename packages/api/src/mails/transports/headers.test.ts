import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { encodeAddress, encodeText } from './headers.ts';

const parse = (headers: Record<string, string>) =>
  PostalMime.parse(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\ntext`,
  );

/** Names in all scripts that our readers write. */
const NAMES = [
  'Айгүл Сейітқызы',
  'Çağla Şahin',
  'Gülşat Öwezowa',
  'Жыпар Үсөнова',
  'Нұрлан',
  'Ўткир Ғофуров',
  'Kovács Őrs',
  'Əli',
];

describe('a text', () => {
  test.each(NAMES)('in any script is read as it was written: %s', async (name) => {
    const subject = `${name}: ${name} — ${name}, ${name}`;
    expect((await parse({ Subject: encodeText(subject) })).subject).toBe(subject);
  });

  test('whatever it is, it is read as it was written, on lines of 76 characters at most, and ends no header', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const encoded = encodeText(text);
        for (const line of `Subject: ${encoded}`.split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(76);
          expect(line).toMatch(/^[\x20-\x7e]*$/);
        }
        const mail = await parse({ Subject: encoded, 'X-Next': 'here' });
        const wanted = text
          .toWellFormed()
          .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
          .trim();
        expect(mail.subject ?? '').toBe(wanted);
        expect(mail.headers.map(({ key }) => key)).toEqual(['subject', 'x-next']);
      }),
    );
  });

  test('that looks like an encoded word is not taken for one', async () => {
    const subject = '=?UTF-8?B?YQ==?=';
    expect((await parse({ Subject: encodeText(subject) })).subject).toBe(subject);
  });
});

describe('an address', () => {
  test.each(['Aida "the fund" Serikova', 'Serikova, Aida', 'a\\b', 'x <y@z.example>', ...NAMES])(
    'with the name %s',
    async (name) => {
      const header = encodeAddress({ email: 'Aida@mail.example', name });
      expect((await parse({ From: header })).from).toEqual({ address: 'Aida@mail.example', name });
    },
  );

  test('of an international domain is named in ASCII', () => {
    expect(encodeAddress({ email: 'info@қор.қаз' })).toBe('info@xn--n1ae5y.xn--80ao21a');
  });

  test('that would end its header is refused', () => {
    expect(() => encodeAddress({ email: 'a@mail.example\r\nBcc: b@mail.example' })).toThrow(RangeError);
  });
});
