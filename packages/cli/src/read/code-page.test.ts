import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { likeliest } from './code-page.ts';

const TEXTS: readonly (readonly [string, string, string])[] = [
  ['Turkish', 'windows-1254', 'Şehir şebekesindeki su kaçaklarını boru sesinden bulan sensörler yapıyoruz.'],
  ['Azerbaijani without ə', 'windows-1254', 'Suvarılan torpaqların şoranlaşmasını ölçən cihazlar hazırlayırıq.'],
  ['Russian', 'windows-1251', 'Мы ставим датчики, которые слышат утечки воды в городских сетях.'],
  ['Kyrgyz of common letters', 'windows-1251', 'Айыл чарбасына арналган арзан датчиктер. Биз аларды Ошто чыгарабыз.'],
  ['Hungarian', 'windows-1250', 'Öntözőrendszerek hűtővizét mérő műszereket gyártunk gazdáknak.'],
  ['Turkmen', 'windows-1250', 'Pagta meýdanlaryna suwuň mukdaryny ölçeýän enjamlary goýýarys, çalt we ýeňil.'],
  ['Russian of DOS', 'ibm866', 'Мы ставим датчики, которые слышат утечки воды в городских сетях.'],
  ['Russian of Unix', 'koi8-r', 'Мы ставим датчики, которые слышат утечки воды в городских сетях.'],
];

test.each(TEXTS)('%s in %s is recognised from one row', (_, encoding, text) => {
  expect(likeliest(iconv.encode(`Ad;Text\nX;${text}`, encoding))).toBe(encoding);
});

test('capitals alone are read in the code page that makes them letters of one script', () => {
  expect(likeliest(iconv.encode('НАЗВАНИЕ;ОПИСАНИЕ\nТЕПЛО;ДАТЧИКИ ДЛЯ СЕТЕЙ\n', 'windows-1251'))).toBe('windows-1251');
  expect(likeliest(iconv.encode('GİRİŞİM ADI;AÇIKLAMA\nIŞIK;GÜNEŞ ENERJİSİ\n', 'windows-1254'))).toBe('windows-1254');
});

test('KOI8-R is told from windows-1251 in capitals too', () => {
  const text = 'ДАТЧИКИ ДЛЯ ТЕПЛОВЫХ СЕТЕЙ';
  expect(likeliest(iconv.encode(text, 'koi8-r'))).toBe('koi8-r');
  expect(likeliest(iconv.encode(text.toLowerCase(), 'windows-1251'))).toBe('windows-1251');
});
