/**
 * The hub of the fortnight: its market, its subscribers, and how both change.
 *
 * @module
 */
import type { Locale } from '@kopru/sdk/facets';
import type { Random } from '../../../packages/api/demo/seed/random.ts';
import type { Wish } from './expected.ts';

/** Four, one of which moves its clock in the fortnight. */
const ZONES = ['Asia/Almaty', 'Asia/Baku', 'Europe/Istanbul', 'Europe/Budapest'] as const;
const LOCALES: readonly Locale[] = ['az', 'en', 'hu', 'kk', 'ky', 'ru', 'tk', 'tr', 'uz'];

/** Subscriptions of one profile, of which there may be twenty. */
const OF_PROFILE = 20;
/** Domains over which the addresses are spread, and one to which many belong. */
const DOMAINS = 40;
const CROWDED = 0.1;
/** Of a hundred addresses, how many cease to be. */
const GOING = 2;

export interface Subscriber extends Wish {
  readonly email: string;
  readonly profile: string;
  readonly locale: Locale;
  /** Its mailbox is gone once the sink is no longer faultless. */
  readonly isGoing: boolean;
}

export function createSubscribers(random: Random, count: number): Subscriber[] {
  return Array.from({ length: count }, (_, i) => ({
    email: `reader${i}@${random.chance(CROWDED) ? 'crowded' : `d${random.whole(1, DOMAINS)}`}.example`,
    profile: `fund-${Math.floor(i / OF_PROFILE)}`,
    locale: random.pick(LOCALES),
    isGoing: random.chance(GOING / 100),
    frequency: random.chance(0.7) ? 'daily' : 'weekly',
    weekday: random.whole(1, 7),
    hour: random.whole(0, 23),
    timeZone: random.pick(ZONES),
  }));
}

const TRADES = ['Su sayğacları', 'Дәнді дақылдар', 'Mobil ödəniş', 'Ilova darslari', 'Güneş panelleri', 'Téli tárolás'];
const STAGES = ['pre_seed', 'seed', 'series_a'] as const;

export const investor = (name: string, i: number) => ({
  name,
  thesis: `${TRADES[i % TRADES.length]}: ${TRADES[(i + 1) % TRADES.length]}.`,
  consent: { matching: true },
});

export const startup = (random: Random, i: number) => ({
  name: `Start ${i}`,
  pitch: `${random.pick(TRADES)} № ${i}. ${random.pick(TRADES)}.`,
  stage: random.pick(STAGES),
  consent: { matching: true },
});
