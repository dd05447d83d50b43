import { describe, expect, test } from 'vitest';
import { DAY, normalised } from '../../../test/profiles.ts';
import type { Pairing } from '../../engine/pairing.ts';
import { measureSignals } from '../../engine/score.ts';
import { whyNot } from '../../engine/why-not.ts';
import { renderMessage } from '../../strings/index.ts';
import { needLab } from './index.ts';

const pairing = needLab as unknown as Pairing;
const need = (stated: object) => normalised('need', { name: 'Need', about: 'A test.', ...stated });
const lab = (stated: object) =>
  normalised('lab', { name: 'Lab', about: 'We test.', consent: { matching: true }, ...stated });

/** Why a laboratory cannot do it, in English. */
function refusal(wanted: object, given: object, day = DAY): string[] {
  const { gates } = whyNot(pairing, need(wanted), lab(given), undefined, day);
  return gates.flatMap(({ message }) => (message ? [renderMessage(message.key, message.evidence, 'en')] : []));
}

describe('a CE and GOST-R test for a heat meter, DN 15–40', () => {
  const wanted = {
    types: ['testing'],
    country: 'KZ',
    neededBy: '2027-03-01',
    test: {
      item: 'heat meter',
      standards: ['CE', 'GOST-R'],
      range: { min: 15, max: 40, unit: 'мм' },
      uncertainty: { value: 1, unit: '%' },
      countries: ['HU', 'RU'],
    },
  };
  const line = { item: 'ısı sayacı', standards: ['CE', 'ГОСТ Р', 'EN 1434'], range: { min: 1, max: 5, unit: 'cm' } };
  const right = {
    country: 'TR',
    accreditation: { body: 'TÜRKAK', validUntil: '2026-11-28' },
    recognisedIn: ['eurasian_economic_union'],
    leadTimeDays: 30,
    scope: ['su sayacı; ISO 4064; 15–50 mm', { ...line, uncertainty: { value: 5000, unit: 'ppm' } }],
  };

  test('finds its laboratory, in other words and units', () => {
    const answer = whyNot(pairing, need(wanted), lab(right), undefined, DAY);
    expect(answer.gates.map(({ gate, outcome }) => [gate, outcome])).toEqual([
      ['status', 'pass'],
      ['consent', 'pass'],
      ['needType', 'pass'],
      ['item', 'pass'],
      ['standard', 'pass'],
      ['range', 'pass'],
      ['uncertainty', 'pass'],
      ['recognition', 'pass'],
      ['validUntil', 'pass'],
      ['country', 'unknown'],
      ['neededBy', 'pass'],
    ]);
  });

  test.each([
    [
      'another item',
      { scope: ['su sayacı; CE, GOST-R; 15–50 mm'] },
      ['Need: heat meter (what is tested). Laboratory accepts only: water meter.'],
    ],
    [
      'a mark too few',
      { scope: [{ ...line, standards: ['EN 1434', 'CE'] }] },
      ['Laboratory does not cover this (standard): GOST-R.'],
    ],
    [
      'a shorter range',
      { scope: [{ ...line, range: { min: 0.02, max: 0.032, unit: 'm' } }] },
      ['Need: 15–40\u00a0мм. Laboratory: 20–32\u00a0мм (range). Missing: 8\u00a0мм.'],
    ],
    [
      'less exact',
      { scope: [{ ...line, uncertainty: { value: 1.5, unit: '%' } }] },
      ['Need: at most 1\u00a0%. Laboratory: 1.5\u00a0% (uncertainty). Too much by 0.5\u00a0%.'],
    ],
    [
      'not recognised',
      { recognisedIn: ['KZ'] },
      ['Laboratory: certificates are not known to be recognised by 28 November 2026 in Russia.'],
    ],
    [
      'ended the day before',
      { accreditation: { body: 'TÜRKAK', validUntil: '2026-11-27' } },
      ['Laboratory – accreditation valid until: 27 November 2026, which had passed by 28 November 2026.'],
    ],
    [
      'too slow',
      { leadTimeDays: 95 },
      [
        'Laboratory: ready on 3 March 2027 at the earliest (lead time: 95 d). Need – needed by: 1 March 2027. Late by 2 d.',
      ],
    ],
    [
      'each thing in another line',
      { scope: ['heat meter; EN 1434; 10–50 mm', 'water meter; CE, GOST-R; 10–50 mm'] },
      ['Laboratory does not cover this (standard): CE and GOST-R.'],
    ],
  ])('says of one that is %s why it cannot', (_, other, said) => {
    expect(refusal(wanted, { ...right, ...other })).toEqual(said);
  });

  test('closes on the day after the accreditation ends, with nothing written', () => {
    expect(whyNot(pairing, need(wanted), lab(right), undefined, '2026-11-29').eligible).toBe(false);
  });

  test('says what the scope covers, and what it leaves open', () => {
    const pair = { need: need(wanted), lab: lab({ ...right, scope: [line] }) };
    const scope = measureSignals(pairing, pair, 0.5).find(({ name }) => name === 'scope')!;
    expect(scope.value).toBe(0.75);
    expect(renderMessage(scope.reason!.key, scope.reason!.evidence, 'en')).toBe(
      'Laboratory does this: heat meter; CE; GOST-R; 15–40\u00a0мм.',
    );
    expect(scope.caution).toMatchObject({ evidence: { facet: 'uncertainty' } });
  });
});

test('what is not said, or in a unit of another kind, is unknown and passes', () => {
  const wanted = { test: { item: 'yarn', range: { min: 1, max: 2, unit: 'NTU' }, standards: ['X 1'] } };
  expect(refusal(wanted, {})).toEqual([]);
  expect(refusal(wanted, { scope: ['thread; ; 1–2 mm'] })).toEqual([]);
  // A line of the same kind decides where there is one.
  expect(refusal(wanted, { scope: ['thread; ; 1–2 mm', 'thread; ; 5–6 NTU'] })).toHaveLength(1);
});

test('a need of mentoring is none of a laboratory', () => {
  expect(refusal({ types: ['mentoring'] }, {})).toHaveLength(1);
  expect(refusal({ types: ['equipment_time'] }, {})).toEqual([]);
});
