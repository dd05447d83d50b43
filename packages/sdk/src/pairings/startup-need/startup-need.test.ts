import { expect, test } from 'vitest';
import { DAY, normalised } from '../../../test/profiles.ts';
import type { Pairing } from '../../engine/pairing.ts';
import { whyNot } from '../../engine/why-not.ts';
import { LOCALES } from '../../facets/index.ts';
import { renderMessage } from '../../strings/index.ts';
import { startupNeed } from './index.ts';

const startup = normalised('startup', { name: 'Su', pitch: 'We measure water.', country: 'KZ' });
const ask = (neededBy: string | undefined, day: string) =>
  whyNot(
    startupNeed as unknown as Pairing,
    startup,
    normalised('need', { name: 'Pilot', about: 'A field pilot.', neededBy, consent: { matching: true } }),
    undefined,
    day,
  );

test.each([
  ['2026-11-28', true],
  ['2026-11-27', false],
  ['2027-01-01', true],
  [undefined, true],
])('what is needed by %s is of use on 28 November 2026: %s', (neededBy, isOpen) => {
  expect(ask(neededBy, DAY).eligible).toBe(isOpen);
});

test('what is needed no more says both days in nine languages, and by which day it would be open', () => {
  const { gates, changes } = ask('2026-11-27', DAY);
  const message = gates.find(({ gate }) => gate === 'neededBy')?.message;
  expect(message).toMatchObject({ key: 'pair.past', evidence: { date: '2026-11-27', day: DAY } });
  const said = LOCALES.map((locale) => renderMessage(message!.key, message!.evidence, locale));
  for (const sentence of said) expect(sentence).toMatch(/27.+28|28.+27/);
  expect(new Set(said).size).toBe(LOCALES.length);
  expect(changes).toMatchObject([{ side: 'need', path: '/neededBy', from: '2026-11-27', to: DAY }]);
});
