import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { PairView } from '../matching/load-pair.ts';
import { wordsOf } from '../report/words.ts';
import { facetText } from './facet-text.ts';
import { explainText, whyNotText } from './pair-text.ts';

const VIEW: PairView = {
  subject: { kind: 'startup', id: 's-1', name: 'Топырақ' },
  candidate: { kind: 'investor', id: 'i-1', name: 'Muğan Fondu' },
  score: 61.4,
  eligible: false,
  signals: [
    { name: 'semantic', value: 0.8712 },
    { name: 'stage', value: 0 },
    { name: 'language', value: null },
  ],
  reasons: ['Sector in common: irrigation.'],
  cautions: ['The startup has not stated its language: worth asking.'],
  gates: [
    { gate: 'status', outcome: 'pass', values: {} },
    { gate: 'exclusion', outcome: 'unknown', values: { startup: {}, investor: {} } },
    {
      gate: 'stage',
      outcome: 'fail',
      text: 'Stage of the startup: growth.',
      values: { startup: { stage: 'growth' }, investor: { stages: ['pre_seed', 'seed'] } },
    },
  ],
  changes: ['The investor could fund this stage too: growth.'],
};

describe('a pair in words', () => {
  test('has its score, a bar a signal, its reasons and cautions, and what keeps it apart', async () => {
    const text = explainText(VIEW, await wordsOf('en'));
    expect(text).toBe(`Топырақ – Muğan Fondu

Score: 61.4

Signal            Fit
Fit of the texts  87%         █████████████████░░░
Stage             0%          ░░░░░░░░░░░░░░░░░░░░
Language          not stated

Why it fits
  + Sector in common: irrigation.

Keep in mind
  ! The startup has not stated its language: worth asking.

What keeps these two apart
  – Stage of the startup: growth.
`);
  });

  test('has what each limit compared, and the smallest change that would let it pass', async () => {
    const text = whyNotText(VIEW, await wordsOf('en'));
    expect(text).toContain('Limit             Outcome     Startup  Investor\n');
    expect(text).toContain('Active profile    met\n');
    expect(text).toContain('Excluded sectors  not stated\n');
    expect(text).toContain('Stage             not met     Growth   Pre-seed; seed\n');
    expect(text).toContain(
      'The smallest change that would let them meet\n  → The investor could fund this stage too: growth.\n',
    );
    expect(whyNotText({ ...VIEW, eligible: true, changes: [] }, await wordsOf('en'))).toContain(
      'No limit keeps these two apart.',
    );
  });

  test('stands in columns whatever the letters', async () => {
    for (const locale of ['kk', 'az', 'ru'] as const) {
      const lines = explainText(VIEW, await wordsOf(locale))
        .split('\n')
        .filter((line) => /[█░]/.test(line));
      const starts = lines.map((line) => stringWidth(line.slice(0, line.search(/[█░]/))));
      expect(new Set(starts).size).toBe(1);
    }
  });
});

test('what a gate compared is told in the language that was asked', async () => {
  const words = await wordsOf('ru');
  const usd = (amount: number) => ({ amount, currency: 'USD', usd: amount }) as const;
  const text = facetText({ ticket: { min: usd(50_000) }, instruments: ['equity', 'safe'] }, words);
  expect(text.replaceAll('\u00a0', ' ')).toBe('от 50 000 USD, Доля в капитале; SAFE');
  const countries = ['AZ', 'KZ', 'KG', 'TR', 'UZ', 'HU', 'TM'] as const;
  expect(facetText({ countries }, words)).toContain('и ещё 1');
  expect(facetText(undefined, words)).toBe('');
});
