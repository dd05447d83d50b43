import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPELLINGS } from '../test/fixtures.ts';
import { normalise } from './normalise.ts';

const text = fc.string({ unit: 'binary' });

describe('normalise', () => {
  test('writes the Uzbek o‘ and g‘ in one way', () => {
    for (const mark of ['ʻ', 'ʼ', '’', '‘', "'", '`', '´'])
      expect(normalise(`o${mark}zbek, G${mark}alaba`)).toBe('o‘zbek, G‘alaba');
    expect(normalise("it's")).toBe("it's");
  });

  test('folds w only where another letter shows that the text is Turkmen', () => {
    expect(normalise('suw ýyl Ňž')).toBe('suv yyl Nj');
    expect(normalise('wind power')).toBe('wind power');
    expect(normalise('y\u0301 w')).toBe('y v');
  });

  test('takes compatibility forms apart', () => {
    expect(normalise('ﬁne Ⅳ ㎏ ½')).toBe('fine IV kg 1⁄2');
  });

  test('leaves one space between words, and none around', () => {
    expect(normalise('  a\t\n\u3000b\u200b \u00adc\x85d\x1fe\u2028 ')).toBe('a b c d e');
  });

  test('drops control and format characters and lone surrogates, and keeps whole pairs', () => {
    expect(normalise('a\u0000b\u200d\ufeffc\ud83dd\udc00e🚜')).toBe('abcde🚜');
    expect(normalise('\u0000\u200b\n\ud83d')).toBe('');
  });

  test.each(SPELLINGS)('agrees with the reference: $normal', ({ text, normal }) => {
    expect(normalise(text)).toBe(normal);
  });

  test('never leaves double, leading or trailing spaces, controls or lone surrogates', () => {
    fc.assert(
      fc.property(text, (t) => {
        expect(normalise(t)).not.toMatch(/^ | $| {2}|[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});
