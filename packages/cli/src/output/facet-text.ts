import type { Facets, LineFacet, Sum } from '@kopru/sdk/engine';
import type { CountryCode, SectorCode } from '@kopru/sdk/facets';
import type { Words } from '../report/words.ts';

type Text<F extends keyof Facets> = (value: NonNullable<Facets[F]>, words: Words) => string;

const money = (sum: Sum, { format }: Words) => format.money(sum);
const list = (items: readonly string[], words: Words) => capital(items.join('; '), words);
const capital = (text: string, { format }: Words) => format.capitalise(text);

/** Countries that are named before "and N more". */
const MOST_NAMED = 6;

const countries = (codes: readonly CountryCode[], words: Words): string => {
  const names = codes.slice(0, MOST_NAMED).map(words.format.country);
  const rest = codes.length - names.length;
  return list(rest > 0 ? [...names, words.attention.more(words.number(rest))] : names, words);
};
const sectors = (codes: readonly SectorCode[], words: Words) => list(codes.map(words.format.sector), words);
const range = ({ min, max }: { readonly min?: Sum; readonly max?: Sum }) => ({
  ...(min && { min }),
  ...(max && { max }),
});

const lineText = ({ item, written = [], range: reach, uncertainty }: LineFacet, { format }: Words): string =>
  [
    item && format.item(item),
    ...written,
    reach && format.range(reach),
    uncertainty && `± ${format.measured(uncertainty)}`,
  ]
    .filter(Boolean)
    .join(' ');

/** What a facet says, in words. */
const TEXTS: { readonly [F in keyof Required<Facets>]: Text<F> } = {
  sectors,
  excludedSectors: sectors,
  stage: (code, words) => capital(words.format.stage(code), words),
  stages: (codes, words) => list(codes.map(words.format.stage), words),
  country: (code, words) => words.country(code),
  countries,
  targetMarkets: countries,
  raise: money,
  instrument: (code, words) => capital(words.format.instrument(code), words),
  instruments: (codes, words) => list(codes.map(words.format.instrument), words),
  ticket: (ticket, { format }) => format.moneyRange(range(ticket)),
  languages: (codes, words) => list(codes.map(words.format.language), words),
  roles: (codes, words) => list(codes.map(words.format.role), words),
  types: (codes, words) => list(codes.map(words.format.needType), words),
  neededBy: (date, { format }) => format.date(date),
  terms: (codes, words) => list(codes.map(words.format.helpTerm), words),
  availableFrom: (date, { format }) => format.date(date),
  availableUntil: (date, { format }) => format.date(date),
  remote: (yes, words) => (yes ? capital(words.format.label('remote'), words) : ''),
  roundRole: (code, { format }) => format.roundRole(code),
  // No gate reads it.
  coInvestment: () => '',
  dryPowder: money,
  portfolio: (companies) => companies.map(({ name }) => name).join('; '),
  // Only a no keeps anybody out, and that is told by the company in the way.
  allowsCompetitors: () => '',
  test: ({ countries: codes = [], ...line }, words) =>
    [lineText(line, words), countries(codes, words)].filter(Boolean).join(', '),
  scope: (lines, words) =>
    list(
      lines.slice(0, MOST_NAMED).map((line) => lineText(line, words)),
      words,
    ),
  accreditedBy: (body) => body,
  validUntil: (date, { format }) => format.date(date),
  leadTimeDays: (days, words) => words.number(days),
  calls: (calls, { format }) =>
    calls
      .map(({ opensOn = '', closesOn = '' }) => [opensOn, closesOn].map((day) => day && format.date(day)).join(' – '))
      .join('; '),
  licenceType: (type, words) => capital(words.format.licenceType(type), words),
  jurisdictions: (jurisdictions, { format }) =>
    jurisdictions
      .slice(0, MOST_NAMED)
      .map(({ office, status, expiresOn }) =>
        [`${format.office(office)}: ${format.patentStatus(status)}`, expiresOn && `… – ${format.date(expiresOn)}`]
          .filter(Boolean)
          .join(', '),
      )
      .join('; '),
  inferredSectors: ({ sectors: codes }, words) => sectors(codes, words),
  inferredExclusions: ({ sectors: codes }, words) => sectors(codes, words),
};

/** The facets of one side that a gate has compared, in words; '' where none was stated. */
export const facetText = (facets: Facets = {}, words: Words): string =>
  [...new Set((Object.keys(facets) as (keyof Facets)[]).map((facet) => oneText(facet, facets, words)))]
    .filter((text) => text !== '')
    .join(', ');

const oneText = <F extends keyof Facets>(facet: F, facets: Facets, words: Words): string => {
  const value = facets[facet];
  return value === undefined ? '' : TEXTS[facet](value as NonNullable<Facets[F]>, words);
};
