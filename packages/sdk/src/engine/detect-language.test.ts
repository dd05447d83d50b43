import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../facets/index.ts';
import { detectLanguage } from './detect-language.ts';

describe('language', () => {
  test.each([
    ['az', 'Muğan düzünün pambıq tarlalarında torpağın elektrik keçiriciliyini ölçən zondlar quraşdırırıq.'],
    ['tr', 'Harran ovasında toprağın elektriksel iletkenliğini ölçen sondalar yerleştiriyoruz.'],
    ['kk', 'Мақтаарал егіс алқаптарына топырақтың электр өткізгіштігін өлшейтін зондтар орнатамыз.'],
    ['ky', 'Топурактын электр өткөрүмдүүлүгүн ченеген зонд жасайбыз, дыйкан картадан көрөт.'],
    ['uz', 'Paxta dalalariga tuproqning elektr o‘tkazuvchanligini o‘lchaydigan zondlar o‘rnatamiz.'],
    ['tk', 'Pagta meýdanlarynda topragyň elektrik geçirijiligini ölçeýän zondlary oturdýarys.'],
    ['hu', 'Elektromos vezetőképességet mérő talajszondákat gyártunk öntözött táblákra.'],
    ['ru', 'Ставим на хлопковых полях зонды электропроводности почвы и строим карту засоления.'],
    ['en', 'We install soil conductivity probes in cotton fields and draw a map of salinity.'],
  ])('%s is detected', (lang, text) => {
    expect(detectLanguage(text)).toBe(lang);
  });
});

test('a text too short to tell is left open', () => {
  expect(detectLanguage('Su sensoru')).toBeUndefined();
});

test('every text of the corpus is told right', () => {
  const [header, ...rows] = readFileSync(new URL('../../../../eval/data/corpus.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const columns = header?.split('\t') ?? [];
  const wrong = rows.flatMap((row) => {
    const cells = row.split('\t');
    return LOCALES.filter((locale) => detectLanguage(cells[columns.indexOf(locale)] ?? '') !== locale).map(
      (locale) => `${cells[0]} ${locale}`,
    );
  });
  expect(rows.length).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

test('foreign names and capital letters do not mislead', () => {
  expect(detectLanguage('TARLALARDA TOPRAK NEMİNİ ÖLÇÜYOR, WHATSAPP İLE ÇİFTÇİYE HABER VERİYORUZ')).toBe('tr');
  expect(detectLanguage('Qishloq xo‘jaligi uchun WhatsApp va Telegram orqali suv hisobini yuritamiz')).toBe('uz');
});
