import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const TEXT = 'Ad;Məbləğ\nТопырақ;500 000 ₼\n';

test.each([
  ['utf-8', iconv.encode(TEXT, 'utf8')],
  ['utf-8', iconv.encode(TEXT, 'utf8', { addBOM: true })],
  ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
  ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
  ['utf-16le', iconv.encode(TEXT, 'utf-16le')],
  ['utf-16be', iconv.encode(TEXT, 'utf-16be')],
])('%s is read with and without its mark, and the mark is no part of the text', (encoding, bytes) => {
  expect(decode(bytes, 'a.csv')).toEqual({ encoding, text: TEXT });
});

test('an encoding that is given is used, whatever the text looks like', () => {
  const bytes = iconv.encode('Ad;Şehir', 'windows-1254');
  expect(decode(bytes, 'a.csv', 'cp1254')).toEqual({ encoding: 'windows-1254', text: 'Ad;Şehir' });
  expect(decode(bytes, 'a.csv', 'windows-1251').text).toBe('Ad;Юehir');
});

test('an encoding that is given and does not fit is told with the line', () => {
  const bytes = Buffer.concat([Buffer.from('Ad\nəla\n'), Buffer.from([0xfe]), Buffer.from('ehir\n')]);
  expect(() => decode(bytes, 'a.csv', 'utf-8')).toThrow('a.csv: line 3 is not utf-8.');
});

test('an encoding that nobody knows is told', () => {
  expect(() => decode(Buffer.from('a'), 'a.csv', 'latin-5000')).toThrow('"latin-5000" is no encoding');
});
