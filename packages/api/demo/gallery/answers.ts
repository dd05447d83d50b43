/**
 * What the API answers in the gallery.
 *
 * @module
 */
import type { Locale } from '@kopru/sdk/facets';
import type {
  ApplicationHistory,
  CoInvestment,
  CorridorList,
  IntroductionView,
  Limits,
  MarketEntry,
  MatchList,
  Neighbours,
  SearchResult,
} from '@kopru/sdk/schema';
import { contact, fund, sabah, type startup } from './cards.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly retryAfter?: number;
}

/** What is there to be read; what is written is answered from it. */
export interface Answers {
  readonly matches?: MatchList;
  readonly market?: MarketEntry;
  readonly applications?: readonly ApplicationHistory[];
  readonly round?: CoInvestment;
  readonly neighbours?: Neighbours;
  readonly introductions?: Readonly<Record<'received' | 'sent', readonly IntroductionView[]>>;
  readonly profiles?: readonly object[];
  readonly limits?: Limits;
  readonly search?: SearchResult;
  /** Every write, or search, is refused so. */
  readonly refusal?: Refusal;
  /** Somebody else has written the profile since it was read. */
  readonly isChanged?: boolean;
}

export const CLOSED: Refusal = { status: 403, code: 'forbidden' };
export const REFUSED: Refusal = { status: 409, code: 'conflict' };
export const LIMITED: Refusal = { status: 429, code: 'rate_limited', retryAfter: 30 };
export const SPENT: Refusal = { status: 429, code: 'rate_limited', retryAfter: 40_000 };

type Side = IntroductionView['from'];

const MESSAGES: Readonly<Record<string, string>> = {
  az: 'Zondlarınızı Muğanda sınamaq istərdik. Görüşək?',
  kk: 'Зондтарыңызды Мұғанда сынап көргіміз келеді. Кездесейік пе?',
};

/** Introductions of each state. */
export function introductionsOf(locale: Locale): NonNullable<Answers['introductions']> {
  const us: Side = { kind: 'startup', id: 's-1' };
  const side = (id: string, name: string): Side =>
    ({ kind: 'investor', id, card: { ...fund, name } }) as unknown as Side;
  const lang = locale in MESSAGES ? locale : 'az';
  const about = (id: string, state: IntroductionView['state'], from: Side, to: Side): IntroductionView => ({
    ...{ id, state, from, to, lang, message: MESSAGES[lang] ?? '' },
    createdAt: '2026-11-20T08:00:00Z',
    expiresAt: '2026-12-04T08:00:00Z',
    decidedAt: state === 'requested' ? null : '2026-11-22T08:00:00Z',
  });
  const elsewhere: Side = {
    ...side('i-4', 'Kumush Turna Kapital'),
    home: { hub: 'tashkent', name: 'Toshkent IT Park', country: 'UZ' },
  };
  return {
    received: [
      about('in-1', 'requested', side('i-1', 'Xəzər Körpüsü Fondu'), us),
      about('in-2', 'accepted', { ...elsewhere, contact }, us),
      about('in-3', 'declined', { kind: 'investor', id: 'i-9' }, us),
    ],
    sent: [
      about('in-4', 'requested', us, side('i-2', 'Ezüst Gólya Üzleti Angyalok')),
      about('in-5', 'withdrawn', us, side('i-3', 'Demir At Ventures')),
    ],
  };
}

/** Applications of each state, the newest first. */
export function applications(): readonly ApplicationHistory[] {
  const pilot = { state: 'admitted', stage: 'Pilot' } as const;
  const moves: Readonly<Record<string, ApplicationHistory['moves']>> = {
    applied: [{ at: '2026-11-20T08:00:00Z', state: 'applied', stage: null }],
    admitted: [
      { at: '2026-10-02T08:00:00Z', state: 'applied', stage: null },
      { at: '2026-10-20T08:00:00Z', state: 'admitted', stage: 'Prototip' },
      { at: '2026-11-18T08:00:00Z', ...pilot },
    ],
    declined: [
      { at: '2026-03-04T08:00:00Z', state: 'applied', stage: null },
      { at: '2026-07-12T08:00:00Z', state: 'declined', stage: null },
    ],
    alumni: [
      { at: '2025-01-15T08:00:00Z', state: 'applied', stage: null },
      { at: '2025-02-20T08:00:00Z', state: 'admitted', stage: null },
      { at: '2025-07-01T08:00:00Z', state: 'alumni', stage: 'İlk satış' },
    ],
  };
  const about = (id: string, programmeName: string | null, call: string, of: string): ApplicationHistory => {
    const made = moves[of] as ApplicationHistory['moves'];
    const [first, last] = [made[0], made.at(-1)] as [(typeof made)[0], (typeof made)[0]];
    return {
      ...{ id, startup: 's-1', programme: programmeName === sabah.name ? 'pr-1' : 'pr-7', programmeName, call },
      ...{ state: last.state, stage: last.stage, raised: null, createdAt: first.at, updatedAt: last.at, moves: made },
    };
  };
  return [
    about('ap-1', sabah.name, 'Yaz 2040', 'applied'),
    about('ap-2', 'Turkic Markets Bridge', 'Cohort 3', 'admitted'),
    about('ap-3', null, '2026', 'declined'),
    about('ap-4', 'Дала акселераторы', 'Көктем 2025', 'alumni'),
  ];
}

const STORED = {
  version: 1,
  sequence: 7,
  createdAt: '2026-11-01T08:00:00Z',
  updatedAt: '2026-11-20T08:00:00Z',
};

/** A stored profile with what its limits cost; none: it is made. */
export function profiles(profile: typeof fund | typeof startup | undefined): Answers {
  const isFund = profile === fund;
  const kind = isFund ? 'investor' : 'startup';
  const kept = { ...profile, contact, consent: { matching: true }, status: 'active' };
  return {
    profiles: profile ? [{ kind, id: isFund ? 'i-1' : 's-1', ...STORED, profile: kept }] : [],
    limits: {
      kind,
      eligible: 42,
      limits: isFund
        ? [
            { gate: 'stage', path: '/stages', blocks: 12 },
            { gate: 'ticket', path: '/ticket/min', blocks: 5 },
            { gate: 'ticket', path: '/ticket/max', blocks: 0 },
            { gate: 'country', path: '/countries', blocks: 31 },
          ]
        : [{ gate: 'ticket', path: '/raise/amount', blocks: 9 }],
    },
  };
}

/** The public numbers. @param isFew: of most corridors only some are told. */
export function numbers(isFew: boolean): CorridorList {
  const rows = [
    ['KZ', 'AZ', 64, 38, 17],
    ['AZ', 'KZ', 41, 22, 9],
    ['UZ', 'TR', 35, 18, 8],
    ['TR', 'HU', 28, 12, 6],
    ['KG', 'KZ', 17, 9, 5],
    ['TM', 'TR', 9, 6, 5],
  ] as const;
  return {
    items: rows.map(([from, to, offers, introductions, acceptances], i) => ({
      ...{ from, to, offers },
      introductions: isFew && i > 2 ? null : introductions,
      acceptances: isFew && i > 0 ? null : acceptances,
    })),
    asOf: '2026-11-26T00:00:00Z',
  };
}
