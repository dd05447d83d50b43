/**
 * Which countries take whose certificates. Written down from general knowledge and to be checked against the
 * registers that the rows name before anybody relies on it: dates are those of a year or a treaty, and an office
 * that is missing here says nothing of its standing. A laboratory states what is recognised beyond this.
 *
 * @module
 */

import type { Day } from '../engine/day.ts';
import type { CountryCode } from '../facets/index.ts';

/** An accreditation body within an arrangement: what it accredits is taken in every country that is in it that day. */
export interface Membership {
  readonly arrangement: 'ilac_mra' | 'ea_mla' | 'eaeu';
  readonly country: CountryCode;
  /** What the body is called. */
  readonly names: readonly string[];
  /** First day (ISO 8601). */
  readonly from: Day;
  /** Last day; absent while it is in force. */
  readonly until?: Day;
  /** Where to check it. */
  readonly source: string;
}

const ILAC = 'ilac.org, signatory search of the ILAC MRA (testing and calibration)';
const EA = 'european-accreditation.org, directory of EA MLA signatories';
const TREATY = 'Treaty on the Eurasian Economic Union of 29 May 2014, section X, and its accessions';

const TURKAK = ['TÜRKAK', 'Türk Akreditasyon Kurumu', 'Turkish Accreditation Agency'];
const NAH = ['NAH', 'Nemzeti Akkreditáló Hatóság', 'National Accreditation Authority'];
const NCA = ['NCA', 'НЦА', 'ҰАО', 'Национальный центр аккредитации', 'National Center of Accreditation'];
const KCA = ['KCA', 'КЦА', 'Кыргызский центр аккредитации', 'Kyrgyz Centre of Accreditation'];
const DAKKS = ['DAkkS', 'Deutsche Akkreditierungsstelle'];

// biome-ignore format: a row, a line
export const MEMBERSHIPS: readonly Membership[] = [
  { arrangement: 'ilac_mra', country: 'TR', names: TURKAK, from: '2006-04-04', source: ILAC },
  { arrangement: 'ilac_mra', country: 'HU', names: NAH, from: '2017-01-01', source: ILAC },
  { arrangement: 'ilac_mra', country: 'KZ', names: NCA, from: '2010-10-01', source: ILAC },
  { arrangement: 'ilac_mra', country: 'KG', names: KCA, from: '2018-01-01', source: ILAC },
  { arrangement: 'ilac_mra', country: 'DE', names: DAKKS, from: '2010-01-01', source: ILAC },
  { arrangement: 'ilac_mra', country: 'GB', names: ['UKAS'], from: '2001-01-31', source: ILAC },
  { arrangement: 'ilac_mra', country: 'US', names: ['A2LA', 'ANAB', 'NVLAP'], from: '2001-01-31', source: ILAC },
  { arrangement: 'ilac_mra', country: 'CN', names: ['CNAS'], from: '2006-03-31', source: ILAC },
  { arrangement: 'ilac_mra', country: 'PL', names: ['PCA', 'Polskie Centrum Akredytacji'], from: '2004-01-01', source: ILAC },
  { arrangement: 'ilac_mra', country: 'CZ', names: ['CAI', 'ČIA', 'Český institut pro akreditaci'], from: '2001-01-31', source: ILAC },
  { arrangement: 'ea_mla', country: 'TR', names: TURKAK, from: '2006-04-04', source: EA },
  { arrangement: 'ea_mla', country: 'HU', names: NAH, from: '2017-01-01', source: EA },
  { arrangement: 'ea_mla', country: 'DE', names: DAKKS, from: '2010-01-01', source: EA },
  { arrangement: 'eaeu', country: 'KZ', names: NCA, from: '2015-01-01', source: TREATY },
  { arrangement: 'eaeu', country: 'RU', names: ['Росаккредитация', 'RusAccreditation', 'Rosaccreditation'], from: '2015-01-01', source: TREATY },
  { arrangement: 'eaeu', country: 'BY', names: ['БГЦА', 'BSCA', 'BGCA'], from: '2015-01-01', source: TREATY },
  { arrangement: 'eaeu', country: 'AM', names: ['ARMNAB', 'НОА', 'ՀԱՄ'], from: '2015-01-02', source: TREATY },
  { arrangement: 'eaeu', country: 'KG', names: KCA, from: '2015-08-12', source: TREATY },
];

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[Iı]/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The name by which an accreditation body is known here, whichever of its names is given; undefined: it is not. */
export const accreditationBody = (name: string): string | undefined =>
  MEMBERSHIPS.find((row) => isCalled(row, name))?.names[0];

const isCalled = ({ names }: Membership, body: string): boolean => names.some((name) => fold(name) === fold(body));

/**
 * The countries that take what a body accredits, by what is in force.
 *
 * @param day without one, whatever has no end yet.
 * @returns undefined where nothing is known of the body.
 */
export function recognisedThrough(body: string, day?: Day, rows = MEMBERSHIPS): CountryCode[] | undefined {
  const inForce = rows.filter(({ from, until }) =>
    day === undefined ? until === undefined : from <= day && day <= (until ?? day),
  );
  const isKnown = (row: Membership) => isCalled(row, body);
  if (!rows.some(isKnown)) return undefined;
  const through = new Set(inForce.filter(isKnown).map(({ arrangement }) => arrangement));
  return [...new Set(inForce.flatMap(({ arrangement, country }) => (through.has(arrangement) ? country : [])))];
}
