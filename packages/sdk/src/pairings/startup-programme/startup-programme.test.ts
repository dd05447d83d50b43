import { expect, test } from 'vitest';
import { normalised } from '../../../test/profiles.ts';
import type { Pairing } from '../../engine/pairing.ts';
import { validateProfile } from '../../engine/validate.ts';
import { whyNot } from '../../engine/why-not.ts';
import { LOCALES } from '../../facets/index.ts';
import { renderMessage } from '../../strings/index.ts';
import { startupProgramme } from './index.ts';

const startup = normalised('startup', { name: 'Su', pitch: 'We measure water.', country: 'KZ', stage: 'seed' });
const programme = (fields: object) =>
  normalised('programme', { name: 'P', about: 'Twelve weeks.', consent: { matching: true }, ...fields });
const ask = (fields: object, day: string) =>
  whyNot(startupProgramme as unknown as Pairing, startup, programme(fields), undefined, day);
const spring = { name: 'Spring', opensOn: '2027-01-10', closesOn: '2027-03-01' };
const autumn = { name: 'Autumn', opensOn: '2027-08-01', closesOn: '2027-09-30' };

test.each([
  [[spring, autumn], '2027-01-09', { key: 'pair.call_opens', evidence: { date: '2027-01-10' } }],
  [[spring, autumn], '2027-01-10', undefined],
  [[spring, autumn], '2027-03-01', undefined],
  [[autumn, spring], '2027-03-02', { key: 'pair.call_opens', evidence: { date: '2027-08-01' } }],
  [[autumn, spring], '2027-10-01', { key: 'pair.call_closed', evidence: { date: '2027-09-30' } }],
  [[spring, { name: 'Rolling' }], '2027-12-01', undefined],
  [[spring, { name: 'Until', closesOn: '2027-12-01' }], '2027-12-01', undefined],
  [[spring, { name: 'From', opensOn: '2027-12-01' }], '2027-11-30', { evidence: { date: '2027-12-01' } }],
] as const)('the calls %o on %s: %o', (calls, day, message) => {
  const { eligible, gates, changes } = ask({ calls }, day);
  const gate = gates.find(({ gate }) => gate === 'call');
  expect(eligible).toBe(message === undefined);
  if (message) expect(gate?.message).toMatchObject(message);
  else expect(gate?.outcome).toBe('pass');
  expect(changes).toEqual([]);
});

test('a programme without calls is open as far as is known', () => {
  const { eligible, gates } = ask({}, '2027-03-02');
  expect([eligible, gates.find(({ gate }) => gate === 'call')?.outcome]).toEqual([true, 'unknown']);
});

test('a call that is closed says when, and when the next one opens, in nine languages', () => {
  for (const day of ['2027-03-02', '2027-10-01']) {
    const { message } = ask({ calls: [spring, autumn] }, day).gates.find(({ gate }) => gate === 'call') ?? {};
    const said = LOCALES.map((locale) => renderMessage(message!.key, message!.evidence, locale));
    for (const sentence of said)
      expect(sentence).toMatch(day === '2027-03-02' ? /2027.*1|1.*2027/ : /2027.*30|30.*2027/);
    expect(new Set(said).size).toBe(LOCALES.length);
  }
});

test('the stage, the country and a sector that is never admitted keep apart, and say what would help', () => {
  const { gates, changes } = ask({ stages: ['idea'], startupCountries: ['visegrad'] }, '2027-01-10');
  expect(gates.filter(({ outcome }) => outcome === 'fail').map(({ gate }) => gate)).toEqual(['stage', 'country']);
  expect(changes.map(({ path }) => path)).toEqual(['/stages', '/startupCountries']);
});

test.each([
  [[{ ...spring, opensOn: '2027-03-02' }], '/calls/0/opensOn', 'opens_before_closes'],
  [[spring, { name: 'Spring' }], '/calls', 'names_differ'],
  [[{ name: 'A;B' }], '/calls/0/name', 'one_line'],
  [[{ name: 'A', closesOn: '2027-02-30' }], '/calls/0/closesOn', 'format'],
  [[], '/calls', 'minimum'],
])('the calls %o are refused at %s: %s', (calls, path, rule) => {
  const result = validateProfile('programme', { name: 'P', about: 'Twelve weeks.', calls });
  expect(result.ok ? [] : result.issues).toMatchObject([{ path, rule }]);
});
