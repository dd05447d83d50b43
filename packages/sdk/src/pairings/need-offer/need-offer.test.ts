import { expect, test } from 'vitest';
import { DAY, normalised } from '../../../test/profiles.ts';
import type { Pairing } from '../../engine/pairing.ts';
import { whyNot } from '../../engine/why-not.ts';
import { LOCALES } from '../../facets/index.ts';
import { renderMessage } from '../../strings/index.ts';
import { needOffer } from './index.ts';

const ask = (need: object, offer: object, day = DAY) =>
  whyNot(
    needOffer as unknown as Pairing,
    normalised('need', { name: 'Sınaq', about: 'Kamera lazımdır.', ...need }),
    normalised('offer', { name: 'Kamera', about: 'Kamera veririk.', consent: { matching: true }, ...offer }),
    undefined,
    day,
  );

test('an offer that begins after the last day of a need says both days in nine languages, and who could move', () => {
  const { gates, repairs } = ask({ neededBy: '2027-03-01' }, { availability: { from: '2027-04-15' } });
  const message = gates.find(({ gate }) => gate === 'neededBy')?.message;
  expect(message).toMatchObject({ key: 'pair.begins_late' });
  const said = LOCALES.map((locale) => renderMessage(message!.key, message!.evidence, locale));
  for (const sentence of said) expect(sentence).toMatch(/15.*\b1\b/);
  expect(new Set(said).size).toBe(LOCALES.length);
  expect(repairs[0]?.alternatives.flat()).toMatchObject([
    { side: 'need', path: '/neededBy', from: '2027-03-01', to: '2027-04-15' },
    { side: 'offer', path: '/availability/from', from: '2027-04-15', to: '2027-03-01' },
  ]);
});

test('a need whose day has passed is told that, and could wait until the offer begins', () => {
  const { gates, changes } = ask({ neededBy: '2026-11-01' }, { availability: { from: '2027-04-15' } });
  expect(gates.flatMap(({ message }) => message?.key ?? [])).toEqual(['pair.past']);
  expect(changes).toMatchObject([{ side: 'need', path: '/neededBy', to: '2027-04-15' }]);
});

test('who gives help from afar gives it everywhere, but not to a need that wants it from elsewhere', () => {
  const outcomes = (need: object) =>
    ask({ country: 'HU', ...need }, { country: 'TR', offeredIn: ['TR'], remote: true })
      .gates.filter(({ gate }) => gate === 'country' || gate === 'offeredIn')
      .map(({ outcome }) => outcome);
  expect(outcomes({})).toEqual(['unknown', 'pass']);
  expect(outcomes({ supplierCountries: ['visegrad'] })).toEqual(['fail', 'pass']);
});
