/**
 * What each code is called: by itself, in the tables of the nine languages, and as people write it.
 *
 * @module
 */
import {
  COUNTRIES,
  type CountryCode,
  HELP_TERMS,
  type HelpTermCode,
  INSTRUMENTS,
  INVESTOR_TYPES,
  type InstrumentCode,
  type InvestorTypeCode,
  LANGUAGES,
  type LanguageCode,
  LICENCE_TYPES,
  type LicenceType,
  LOCALES,
  NEED_TYPES,
  type NeedTypeCode,
  type Place,
  PROGRAMME_TYPES,
  type ProgrammeTypeCode,
  REGIONS,
  type RegionCode,
  ROLES,
  type RoleCode,
  SECTORS,
  type SectorCode,
  STAGES,
  type StageCode,
} from '@kopru/sdk/facets';
import { LOCALE_STRINGS, type LocaleStrings } from '@kopru/sdk/strings';
import { ALPHA_3 } from './alpha-3.ts';
import { alike, exactWords, foldWords } from './fold.ts';
import { type Named, named } from './nearest.ts';
import type { CellWords, ProfileStatus } from './words/cell-words.ts';
import { CELL_WORDS } from './words/index.ts';

/** One vocabulary: from a name to its code. */
export interface Vocabulary<C extends string> {
  /** By the name with its marks, as {@link exactWords} has it. */
  readonly exact: ReadonlyMap<string, C>;
  /** By the name as {@link foldWords} has it. */
  readonly codes: ReadonlyMap<string, C>;
  /** By longer names as {@link alike} has them, for those in which two scripts are mixed. */
  readonly mixed: ReadonlyMap<string, C>;
  /** Names that are suggested where something near is written: the labels of all languages, and codes that are words. */
  readonly shown: readonly Named[];
  /** What to write, where nothing is near. */
  readonly example: string;
  /** For codes that have an order: "seed – series B" is all between the two. */
  readonly order?: readonly C[];
}

type Namer<C> = (code: C, strings: LocaleStrings, words: CellWords) => readonly string[];

/**
 * @param labels what Köprü itself calls a code. A name that two codes share belongs to the one whose code
 * it is, else whose label, else to the first in the order of `codes`.
 * @param others what else people call it.
 */
function vocabulary<C extends string>(
  codes: readonly C[],
  example: string,
  labels: Namer<C>,
  others: Namer<C>,
): Vocabulary<C> {
  const exact = new Map<string, C>();
  const found = new Map<string, C>();
  const mixed = new Map<string, C>();
  const shown = new Set<string>();
  const add = (name: string, code: C) => {
    const key = foldWords(name);
    if (!exact.has(exactWords(name))) exact.set(exactWords(name), code);
    if (key !== '' && !found.has(key)) found.set(key, code);
    if (key.length >= LONG && !mixed.has(alike(key))) mixed.set(alike(key), code);
  };
  for (const code of codes) {
    add(code, code);
    if (code.length >= LONG) shown.add(code);
  }
  const inAll = (namer: Namer<C>, code: C) =>
    LOCALES.flatMap((locale) => namer(code, LOCALE_STRINGS[locale], CELL_WORDS[locale]));
  for (const code of codes) {
    for (const name of inAll(labels, code)) {
      add(name, code);
      shown.add(name);
    }
  }
  for (const code of codes) for (const name of inAll(others, code)) add(name, code);
  exact.delete('');
  return { exact, codes: found, mixed, shown: named(shown), example };
}

/** Letters from which a name in mixed scripts cannot be taken for a code. */
const LONG = 4;

/** Built when it is first asked for: a run needs a few of them. */
function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

export const stageNames = once(() => ({
  ...vocabulary<StageCode>(
    STAGES,
    'pre-seed, seed or series A',
    (code, { facets }) => [facets.stages[code]],
    (code, _, { stages }) => stages[code] ?? [],
  ),
  order: STAGES,
}));

export const instrumentNames = once(() =>
  vocabulary<InstrumentCode>(
    INSTRUMENTS,
    'equity, SAFE or grant',
    (code, { facets }) => [facets.instruments[code]],
    (code, _, { instruments }) => instruments[code] ?? [],
  ),
);

export const investorTypeNames = once(() =>
  vocabulary<InvestorTypeCode>(
    INVESTOR_TYPES,
    'angel, fund, corporate or public',
    (code, { facets }) => [facets.investorTypes[code]],
    (code, _, { investorTypes }) => investorTypes[code] ?? [],
  ),
);

export const teamRoleNames = once(() =>
  vocabulary<RoleCode>(
    ROLES,
    'engineer, designer or mentor',
    (code, { facets }) => [facets.roles[code]],
    () => [],
  ),
);

export const needTypeNames = once(() =>
  vocabulary<NeedTypeCode>(
    NEED_TYPES,
    'mentoring, data or testing',
    (code, { facets }) => [facets.needTypes[code]],
    (code, _, { needTypes }) => needTypes[code] ?? [],
  ),
);

export const helpTermNames = once(() =>
  vocabulary<HelpTermCode>(
    HELP_TERMS,
    'free, paid, in exchange or equity',
    (code, { facets }) => [facets.helpTerms[code]],
    (code, _, { helpTerms }) => helpTerms[code] ?? [],
  ),
);

export const programmeTypeNames = once(() =>
  vocabulary<ProgrammeTypeCode>(
    PROGRAMME_TYPES,
    'incubation, acceleration, grant or course',
    (code, { facets }) => [facets.programmeTypes[code]],
    () => [],
  ),
);

export const licenceTypeNames = once(() =>
  vocabulary<LicenceType>(
    LICENCE_TYPES,
    'none, exclusive, non_exclusive or either',
    (code, { facets }) => [facets.licenceTypes[code]],
    () => [],
  ),
);

const COUNTRY_EXAMPLE = 'KZ, Kazakistan or Казахстан';

const countryOthers: Namer<CountryCode> = (code, _, { countries }) => [...(countries[code] ?? []), ALPHA_3[code] ?? ''];

/** Türkiye's and Azerbaijan's own short names of themselves are the codes of Turks and Caicos and of Argentina: read as neither. */
const UNCLEAR = ['tc', 'ar'];

function withoutUnclear<C extends string>(names: Vocabulary<C>): Vocabulary<C> {
  const clear = (codes: ReadonlyMap<string, C>) => new Map([...codes].filter(([name]) => !UNCLEAR.includes(name)));
  return { ...names, exact: clear(names.exact), codes: clear(names.codes) };
}

export const countryNames = once(() =>
  withoutUnclear(
    vocabulary<CountryCode>(COUNTRIES, COUNTRY_EXAMPLE, (code, { countries }) => [countries[code]], countryOthers),
  ),
);

export const placeNames = once(() =>
  withoutUnclear(
    vocabulary<Place>(
      [...COUNTRIES, ...REGIONS],
      COUNTRY_EXAMPLE,
      (code, { countries, facets }) => {
        const name = code in countries ? countries[code as CountryCode] : undefined;
        return [name ?? facets.regions[code as RegionCode]];
      },
      (code, strings, words) =>
        code in strings.countries
          ? countryOthers(code as CountryCode, strings, words)
          : (words.regions[code as RegionCode] ?? []),
    ),
  ),
);

export const languageNames = once(() =>
  vocabulary<LanguageCode>(
    LANGUAGES,
    'kk, Kazakça or казахский',
    (code, { languages }) => [languages[code]],
    // "азербайжан тили" and "türk dili" are often written without their last word.
    (code, { languages }) => [languages[code].replace(/ (?:тілі|тили|dili|tili|тіл|язык|nyelv|language)$/u, '')],
  ),
);

/** The general fields before the sectors within them. */
const general = [...SECTORS].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));

export const sectorNames = once(() =>
  vocabulary<SectorCode>(
    general.map(({ code }) => code),
    'fintech or tarım',
    (code, { sectors }) => [sectors[code]],
    (code, { synonyms }) => synonyms[code],
  ),
);

export const roleNames = once(() =>
  vocabulary<'lead' | 'follow' | 'either'>(
    ['lead', 'follow', 'either'],
    'lead, follow or either',
    () => [],
    (code, _, { roles }) => roles[code] ?? [],
  ),
);

export const statusNames = once(() =>
  vocabulary<ProfileStatus>(
    ['draft', 'active', 'paused', 'archived'],
    'draft, active, paused or archived',
    () => [],
    (code, _, { statuses }) => statuses[code] ?? [],
  ),
);
