/**
 * Every state that each element can have, from fixed data.
 *
 * @module
 */
import type { Locale } from '@kopru/sdk/facets';
import {
  type Answers,
  applications,
  CLOSED,
  introductionsOf,
  LIMITED,
  numbers,
  profiles,
  REFUSED,
  SPENT,
} from './answers.ts';
import { fund, startup } from './cards.ts';
import { changed, draftOf, press, type, unfold } from './hands.ts';
import { marketEntry, matchList, noMatches, programmeList, searchResult } from './lists.ts';
import { neighboursOf } from './neighbours.ts';
import { emptyRound, roundOf } from './round.ts';

export type ElementName =
  | 'matches'
  | 'introductions'
  | 'profile'
  | 'search'
  | 'corridors'
  | 'market-entry'
  | 'applications'
  | 'co-investment'
  | 'neighbours';

/** One state of an element: what it is given, what the API answers, and what a reader does then. */
export interface Scene {
  /** Properties of the element, where the host page hands them over. */
  readonly given?: (locale: Locale) => object;
  /** What the API answers. With it the element is connected. */
  readonly answers?: (locale: Locale) => Answers;
  /** Whom the token speaks for. @default 'startup:s-1' */
  readonly who?: string;
  /** What a reader does, and what has to be there then: a selector in the element. */
  readonly acts?: (element: HTMLElement) => Promise<void>;
  /** Filled with hostile text, in every place of a text. */
  readonly isHostile?: boolean;
}

type Scenes = Readonly<Record<string, Scene>>;

const state = (state: string): Scene => ({ given: () => ({ state }) });

/** What every element shows in place of what it is for. */
const TROUBLES: Scenes = {
  idle: state('idle'),
  loading: state('loading'),
  error: state('error'),
  offline: state('offline'),
  expired: state('expired'),
  limited: state('limited'),
};

const list = (locale: Locale): Answers => ({ matches: matchList(locale) });

const MATCHES: Scenes = {
  ready: { given: (locale) => ({ state: 'ready', list: matchList(locale) }), acts: unfold('details') },
  connected: { answers: list },
  request: { answers: list, acts: press('request', '[part=form] textarea') },
  pass: { answers: list, acts: press('pass', '[part=form] select') },
  held: { answers: list, acts: press('save', '[part=act]') },
  filters: { answers: list, acts: unfold('[part=filters]', '[part=filters] select') },
  filtered: { given: () => ({ filter: 'country=HU' }), answers: () => ({ matches: noMatches }) },
  empty: { given: () => ({ state: 'ready', list: noMatches }) },
  hostile: {
    given: (locale) => ({ state: 'ready', list: matchList(locale) }),
    acts: unfold('details'),
    isHostile: true,
  },
  ...TROUBLES,
};

const boxes = (locale: Locale): Answers => ({ introductions: introductionsOf(locale) });

const INTRODUCTIONS: Scenes = {
  ready: { answers: boxes },
  contact: { answers: boxes, acts: press('contacts', '[part=contact]') },
  accepted: { answers: boxes, acts: press('accept', '[part=act]') },
  decline: { answers: boxes, acts: press('decline', '[part=form] select') },
  block: { answers: boxes, acts: press('block', '[part=form]') },
  empty: { answers: () => ({ introductions: { received: [], sent: [] } }) },
  hostile: { answers: boxes, acts: press('contacts', '[data-first][tabindex]'), isHostile: true },
  ...TROUBLES,
};

const investor = { who: 'investor:i-1' };

const PROFILE: Scenes = {
  ready: { ...investor, answers: () => profiles(fund), acts: unfold('', '[part=eligible]') },
  startup: { answers: () => profiles(startup), acts: unfold('', '[part=eligible]') },
  new: { answers: () => profiles(undefined) },
  'new-investor': { ...investor, answers: () => profiles(undefined) },
  errors: { answers: () => profiles(undefined), acts: press('save', '[part=summary]') },
  saved: { answers: () => profiles(startup), acts: changed('[part=saved]') },
  draft: { answers: () => draftOf('startup/s-1', profiles(startup)), acts: unfold('', '[part=note]') },
  conflict: { answers: () => ({ ...profiles(startup), isChanged: true }), acts: changed('[part=conflict]') },
  'limited-save': { answers: () => ({ ...profiles(startup), refusal: LIMITED }), acts: changed('[role=alert]') },
  hostile: { ...investor, answers: () => profiles(fund), acts: unfold('', 'form'), isHostile: true },
  ...TROUBLES,
};

const found = (locale: Locale): Answers => ({ search: searchResult(locale) });
const TEXT = 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.';
const searched = (until: string) => type('textarea', TEXT, 'search', until);

const SEARCH: Scenes = {
  ready: { given: (locale) => ({ state: 'ready', result: searchResult(locale) }), acts: unfold('[part=text]') },
  linked: { given: () => ({ link: '/profiles/{kind}/{id}' }), answers: found, acts: searched('[part=link]') },
  narrow: { acts: unfold('[part=narrow]', '[part=narrow] select') },
  needed: { answers: found, acts: press('search', '[part=problem]:not(:empty)') },
  'too-long': { acts: type('textarea', TEXT.repeat(40), '', '[part=problem]:not(:empty)') },
  empty: { given: () => ({ state: 'ready', result: { items: [] } }) },
  closed: { answers: () => ({ refusal: CLOSED }), acts: searched('[part=notice]') },
  spent: { answers: () => ({ refusal: SPENT }), acts: searched('[part=notice]') },
  hostile: {
    given: (locale) => ({ state: 'ready', link: '{id}', result: searchResult(locale) }),
    acts: unfold('details', '[part=narrow] select'),
    isHostile: true,
  },
  ...TROUBLES,
};

const CORRIDORS: Scenes = {
  ready: { given: () => ({ state: 'ready', numbers: numbers(false) }) },
  country: { given: () => ({ state: 'ready', country: 'KZ', numbers: numbers(false) }) },
  suppressed: { given: () => ({ state: 'ready', numbers: numbers(true) }) },
  empty: { given: () => ({ state: 'ready', numbers: { ...numbers(false), items: [] } }) },
  hostile: { given: () => ({ state: 'ready', numbers: numbers(true) }), isHostile: true },
  ...TROUBLES,
};

const market = (locale: Locale) => ({ state: 'ready', country: 'AZ', entry: marketEntry(locale) });

const MARKET_ENTRY: Scenes = {
  ready: { given: market, acts: unfold('details', '[part=signals]') },
  connected: { given: () => ({ country: 'AZ' }), answers: (locale) => ({ market: marketEntry(locale) }) },
  empty: {
    given: (locale) => ({
      state: 'ready',
      country: 'MN',
      entry: { ...marketEntry(locale), country: 'MN', groups: [] },
    }),
  },
  hostile: {
    given: (locale) => ({
      ...market(locale),
      entry: { ...marketEntry(locale), groups: marketEntry(locale).groups.slice(1) },
    }),
    acts: unfold('details'),
    isHostile: true,
  },
  ...TROUBLES,
};

const applied = (locale: Locale): Answers => ({ matches: programmeList(locale), applications: applications() });
const handed = (locale: Locale) => ({ state: 'ready', list: programmeList(locale), applications: applications() });

const APPLICATIONS: Scenes = {
  ready: { given: handed, acts: unfold('details', '[part=signals]') },
  connected: { answers: applied },
  history: { answers: applied, acts: unfold('[part=history]', 'li:nth-child(2) [part=moves]') },
  apply: { answers: applied, acts: press('apply', '[part=act]') },
  withdraw: { answers: applied, acts: press('withdraw', '[part=form]') },
  refused: {
    given: () => ({ undoSeconds: 0 }),
    answers: (locale) => ({ ...applied(locale), refusal: REFUSED }),
    acts: press('apply', '.wrong'),
  },
  empty: { answers: () => ({ matches: noMatches, applications: [] }) },
  hostile: { given: handed, acts: unfold('details'), isHostile: true },
  ...TROUBLES,
};

const round = (locale: Locale) => ({ state: 'ready', round: roundOf(locale, true), minCountries: 2, needsLead: true });

const CO_INVESTMENT: Scenes = {
  ready: { given: round },
  unfolded: { given: round, acts: unfold('details', '[part=signals]') },
  open: { given: (locale) => ({ state: 'ready', round: roundOf(locale, false), maxInvestors: 2 }) },
  connected: { answers: (locale) => ({ round: roundOf(locale, true) }) },
  asked: { answers: (locale) => ({ round: roundOf(locale, false) }), acts: press('button', '[part=stop]') },
  none: { given: (locale) => ({ state: 'ready', round: emptyRound(locale) }) },
  empty: { answers: () => ({}), acts: unfold('', '[part=notice]') },
  hostile: {
    given: (locale) => ({ state: 'ready', round: roundOf(locale, false) }),
    acts: unfold('details'),
    isHostile: true,
  },
  ...TROUBLES,
};

const patents = (locale: Locale) => ({ state: 'ready', subjectLang: 'az', neighbours: neighboursOf(locale) });

const NEIGHBOURS: Scenes = {
  ready: { given: patents, acts: unfold('details') },
  connected: { who: 'patent:p-1', answers: (locale) => ({ neighbours: neighboursOf(locale) }) },
  empty: { given: (locale) => ({ state: 'ready', neighbours: { ...neighboursOf(locale), neighbours: [] } }) },
  hostile: {
    given: (locale) => ({ state: 'ready', neighbours: neighboursOf(locale) }),
    // A text that is empty has no fold.
    acts: unfold('', '[part=card]'),
    isHostile: true,
  },
  ...TROUBLES,
};

export const SCENES: Readonly<Record<ElementName, Scenes>> = {
  matches: MATCHES,
  introductions: INTRODUCTIONS,
  profile: PROFILE,
  search: SEARCH,
  corridors: CORRIDORS,
  'market-entry': MARKET_ENTRY,
  applications: APPLICATIONS,
  'co-investment': CO_INVESTMENT,
  neighbours: NEIGHBOURS,
};
