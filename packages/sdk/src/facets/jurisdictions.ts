/**
 * Where an invention is protected: the offices, the countries for which each of them speaks, what became of an
 * application there, and all of that as one line of text, for a cell of a table and a line of a form.
 *
 * @module
 */
import { parseDay } from './calls.ts';
import { COUNTRIES, type CountryCode } from './countries.ts';
import { lineOf, partsOf } from './line.ts';

/** Offices that speak for several countries: the European and the Eurasian one, and the International Bureau (PCT). */
export const REGIONAL_OFFICES = ['EP', 'EA', 'WO'] as const;
export type OfficeCode = CountryCode | (typeof REGIONAL_OFFICES)[number];

/** What became of an application: it is pending, a patent, given up before its term, or at the end of its term. */
export const PATENT_STATUSES = ['applied', 'granted', 'lapsed', 'expired'] as const;
export type PatentStatus = (typeof PATENT_STATUSES)[number];

/** On which terms a patent may be used by others. `either`: exclusive or not, as is agreed. */
export const LICENCE_TYPES = ['none', 'exclusive', 'non_exclusive', 'either'] as const;
export type LicenceType = (typeof LICENCE_TYPES)[number];

/**
 * The members of the European Patent Convention, 39 since 2022-10-01, and of the Eurasian Patent Convention, 8 since
 * 2012-04-26. Source: the lists of member states of the EPO and the EAPO, 2025-01-01.
 */
// biome-ignore format: tables of codes
const MEMBERS: Readonly<Partial<Record<OfficeCode, readonly CountryCode[]>>> = {
  EP: ['AL', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE', 'SI', 'SK', 'SM', 'TR'],
  EA: ['AM', 'AZ', 'BY', 'KG', 'KZ', 'RU', 'TJ', 'TM'],
};

/** Where one office was asked. Days are ISO dates in UTC; one that is not given is not known. */
export interface Jurisdiction {
  readonly office: OfficeCode;
  /** Of the application or the patent; without semicolon, vertical line and line break. */
  readonly number?: string | undefined;
  readonly status: PatentStatus;
  readonly filedOn?: string | undefined;
  readonly grantedOn?: string | undefined;
  /** The last day of protection. */
  readonly expiresOn?: string | undefined;
}

const isOffice = (code: string): code is OfficeCode =>
  (REGIONAL_OFFICES as readonly string[]).includes(code) || (COUNTRIES as readonly string[]).includes(code);

/**
 * Where the protection in a country follows from: what its own office was asked, else a regional one, else the
 * international one, whose application is open to national phases in nearly every country. Empty: nobody was asked.
 */
export function officesFor<J extends Pick<Jurisdiction, 'office'>>(
  jurisdictions: readonly J[],
  country: CountryCode,
): readonly J[] {
  const own = jurisdictions.filter(({ office }) => office === country);
  if (own.length > 0) return own;
  const regional = jurisdictions.filter(({ office }) => MEMBERS[office]?.includes(country));
  return regional.length > 0 ? regional : jurisdictions.filter(({ office }) => office === 'WO');
}

/** Whether something is protected there on a day (ISO date), or may come to be: to the last day, included. */
export const isInForce = ({ status, expiresOn }: Jurisdiction, day: string): boolean =>
  (status === 'applied' || status === 'granted') && (expiresOn === undefined || day <= expiresOn);

/** A jurisdiction as `office; number; status; filed; granted; expires`; what is not given at the end is left out. */
export const formatJurisdiction = (one: Jurisdiction): string =>
  lineOf([one.office, one.number, one.status, one.filedOn, one.grantedOn, one.expiresOn]);

/** Reads what {@link formatJurisdiction} writes. Undefined: it is no such line. Whether its days are in order is not asked. */
export function parseJurisdiction(line: string): Jurisdiction | undefined {
  const [head = '', number = '', word = '', ...rest] = partsOf(line);
  const office = head.toUpperCase();
  const status = PATENT_STATUSES.find((one) => one === word.toLowerCase());
  if (!isOffice(office) || !status || rest.length > 3) return undefined;
  const days = rest.map((text) => (text ? parseDay(text) : ''));
  if (days.includes(undefined)) return undefined;
  const [filedOn, grantedOn, expiresOn] = days;
  return {
    office,
    ...(number && { number }),
    status,
    ...(filedOn && { filedOn }),
    ...(grantedOn && { grantedOn }),
    ...(expiresOn && { expiresOn }),
  };
}
