import { expect, test } from 'vitest';
import type { Card, Profile } from './api.ts';
import { searchProfiles, summary } from './search.ts';

const profile = (id: string, { pitch, ...card }: { pitch: string; [field: string]: unknown }): Profile => ({
  ...{ kind: 'startup', id, card: card as unknown as Card, text: pitch },
});

const PROFILES = [
  profile('1', { name: 'İpək Tısbağa', pitch: 'Suvarma', country: 'AZ', stage: 'seed', sectors: ['irrigation'] }),
  profile('2', { name: 'Шёлковый Ёж', pitch: 'Полив', country: 'KZ', sectors: ['собственная отрасль'] }),
  profile('3', { name: 'Amber', pitch: 'Trains' }),
];

const found = (typed: string) => searchProfiles(PROFILES, typed, 'en').map(({ id }) => id);

test('every typed word must occur, in the name, the text or the facts in words', () => {
  expect(found('')).toEqual(['1', '2', '3']);
  expect(found('kazakhstan полив')).toEqual(['2']);
  expect(found('irrigation azerbaijan')).toEqual(['1']);
  expect(found('irrigation kazakhstan')).toEqual([]);
});

test('letter case and the dots of i do not matter', () => {
  expect(found('IPƏK TISBAĞA')).toEqual(['1']);
  expect(found('шЁЛК')).toEqual(['2']);
});

test('the line under a name says what is stated, free text as it is', () => {
  expect(PROFILES.map(({ card }) => summary(card, 'en'))).toEqual([
    'Azerbaijan · Seed · irrigation',
    'Kazakhstan · собственная отрасль',
    '',
  ]);
});
