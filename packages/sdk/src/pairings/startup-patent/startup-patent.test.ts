import { expect, test } from 'vitest';
import { DAY, normalised } from '../../../test/profiles.ts';
import type { Pairing } from '../../engine/pairing.ts';
import { measureSignals } from '../../engine/score.ts';
import { validateProfile } from '../../engine/validate.ts';
import { whyNot } from '../../engine/why-not.ts';
import { LOCALES } from '../../facets/index.ts';
import { renderMessage } from '../../strings/index.ts';
import { startupPatent } from './index.ts';

const pairing = startupPatent as unknown as Pairing;
const startup = (fields: object) => normalised('startup', { name: 'Su', pitch: 'We measure water.', ...fields });
const patent = (fields: object) =>
  normalised('patent', { name: 'Valve', abstract: 'A valve.', consent: { matching: true }, ...fields });
const ask = (own: object, fields: object, day = DAY) => whyNot(pairing, startup(own), patent(fields), undefined, day);
const failed = (own: object, fields: object, day = DAY) =>
  ask(own, fields, day).gates.flatMap(({ message }) =>
    message ? [renderMessage(message.key, message.evidence, 'en')] : [],
  );

const KZ = { country: 'KZ', targetMarkets: ['TR'] };
const licence = { type: 'either', countries: ['KZ', 'TR'] };
const js = (...lines: [string, string, string?][]) =>
  lines.map(([office, status, expiresOn]) => ({ office, status, ...(expiresOn && { expiresOn }) }));

test.each([
  ['a licence that is given where the startup goes', { licence, jurisdictions: js(['EA', 'granted']) }, []],
  ['none at all', { licence: { type: 'none' } }, ['Patent – no licence is given.']],
  [
    'a licence for elsewhere',
    { licence: { type: 'exclusive', countries: ['visegrad'] } },
    [
      'Nothing in common (countries of the licence). Startup: Kazakhstan and Türkiye. Patent: Czechia, Hungary, Poland and Slovakia.',
    ],
  ],
  ['the last day of protection', { licence, jurisdictions: js(['KZ', 'granted', '2026-11-28'], ['TR', 'lapsed']) }, []],
  [
    'the day after it',
    { licence, jurisdictions: js(['KZ', 'granted', '2026-11-27'], ['TR', 'lapsed']) },
    ['Patent – protection ended on 27 November 2026 (Kazakhstan and Türkiye).'],
  ],
  [
    'a national part that lapsed under a European patent',
    { licence: { countries: ['TR'] }, jurisdictions: js(['EP', 'granted'], ['TR', 'lapsed', '2036-01-01']) },
    ['Patent – protection has lapsed (Türkiye).'],
  ],
  [
    'protection that goes on where no licence is offered',
    { licence: { countries: ['TR'] }, jurisdictions: js(['KZ', 'granted'], ['TR', 'expired', '2025-01-31']) },
    ['Patent – protection ended on 31 January 2025 (Türkiye).'],
  ],
  ['an international application', { licence, jurisdictions: js(['WO', 'applied']) }, []],
  [
    'protection that ended everywhere, if elsewhere',
    { jurisdictions: js(['US', 'expired', '2020-05-01']) },
    ['Patent – protection ended on 1 May 2020 (United States).'],
  ],
  ['protection elsewhere', { jurisdictions: js(['US', 'granted'], ['DE', 'expired']) }, []],
] as const)('%s', (_, fields, said) => {
  expect(failed(KZ, fields)).toEqual(said);
});

test('a patent is in force on its last day, and on no later one', () => {
  const fields = { licence, jurisdictions: js(['KZ', 'granted', '2027-01-31']) };
  expect(failed(KZ, fields, '2027-01-31')).toEqual([]);
  expect(failed(KZ, fields, '2027-02-01')).toHaveLength(1);
});

test('what is not stated is unknown, and keeps nobody apart', () => {
  const { gates } = ask({}, {});
  const outcomes = gates.map(({ gate, outcome }) => [gate, outcome]).slice(2);
  expect(outcomes).toEqual([
    ['licence', 'unknown'],
    ['licenceCountries', 'unknown'],
    ['inForce', 'unknown'],
  ]);
  const elsewhere = ask(KZ, { jurisdictions: js(['US', 'granted']) }).gates.find(({ gate }) => gate === 'inForce');
  expect(elsewhere?.outcome).toBe('unknown');
});

test('the owner could offer a licence, or offer it in one country more; nobody can bring a patent back', () => {
  const { changes } = ask(KZ, { licence: { type: 'none', countries: ['HU'] }, jurisdictions: js(['KZ', 'granted']) });
  expect(changes.map(({ side, path, to }) => [side, path, to])).toEqual([
    ['patent', '/licence/type', 'either'],
    ['patent', '/licence/countries', ['HU', 'KZ']],
  ]);
  const there = { licence: { countries: ['HU'] }, jurisdictions: js(['KZ', 'lapsed'], ['TR', 'granted']) };
  expect(ask(KZ, there).changes.map(({ to }) => to)).toEqual([['HU', 'TR']]);
  expect(ask(KZ, { jurisdictions: js(['KZ', 'lapsed']) }).repairs.map(({ alternatives }) => alternatives)).toEqual([
    [],
  ]);
});

test('why not is said in nine languages, with its date', () => {
  const { message } = ask(KZ, { jurisdictions: js(['EA', 'granted', '2026-11-27'], ['TR', 'lapsed']) }).gates.at(-1)!;
  const said = LOCALES.map((locale) => renderMessage(message!.key, message!.evidence, locale));
  for (const sentence of said) expect(sentence).toMatch(/2026.*27|27.*2026/);
  expect(new Set(said).size).toBe(LOCALES.length);
});

test('counts the sector that its classes speak of, and the share of countries with a licence', () => {
  const pair = {
    startup: startup({ ...KZ, sectors: ['irrigation'] }),
    patent: patent({ classifications: ['a01g25/16'], licence: { countries: ['KZ'] } }),
  };
  const signals = Object.fromEntries(measureSignals(pairing, pair, 0.5).map((signal) => [signal.name, signal]));
  expect([signals.sector?.value, signals.country?.value]).toEqual([1, 0.5]);
  expect(signals.country?.reason).toMatchObject({ evidence: { countries: ['KZ'] } });
  // What its owner states comes first.
  expect(patent({ classifications: ['A01G 25/16'], sectors: ['mining'] }).facets.sectors).toEqual(['mining']);
});

test.each([
  [{ classifications: ['A01G 25'] }, '/classifications/0', 'classification_syntax'],
  [{ classifications: ['A01G', 'A99Z', 'A02G 1/00'] }, '/classifications/2', 'classification_class'],
  [
    { jurisdictions: [{ office: 'KZ', status: 'granted', filedOn: '2020-02-01', grantedOn: '2020-01-01' }] },
    '/jurisdictions/0/grantedOn',
    'days_in_order',
  ],
  [
    { jurisdictions: [{ office: 'KZ', status: 'granted', grantedOn: '2020-02-01', expiresOn: '2020-01-01' }] },
    '/jurisdictions/0/expiresOn',
    'days_in_order',
  ],
  [{ jurisdictions: [{ office: 'WO', status: 'granted' }] }, '/jurisdictions/0/status', 'wo_not_granted'],
  [{ jurisdictions: [{ office: 'KZ', status: 'applied', number: '1;2' }] }, '/jurisdictions/0/number', 'one_line'],
])('%o is refused at %s: %s', (fields, path, rule) => {
  const result = validateProfile('patent', { name: 'P', abstract: 'A valve.', ...fields });
  expect(result.ok ? [] : result.issues).toMatchObject([{ path, rule }]);
});
