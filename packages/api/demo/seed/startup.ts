import {
  type CountryCode,
  type InstrumentCode,
  type Locale,
  STAGES,
  type StageCode,
  TYPICAL_TRL,
} from '@kopru/sdk/facets';
import { INSTRUMENTS_AT, ISLAMIC, ROUNDS, rounded } from './money.ts';
import { startupName } from './names.ts';
import { createRandom } from './random.ts';
import { currencyOf, HOMES, type Topic, workLanguages } from './topic.ts';

/** What is true of a startup, whether its profile states it or not: its topic's investor is invented around it. */
export interface StartupFacts {
  readonly country: CountryCode;
  readonly stage: StageCode;
  readonly instrument: InstrumentCode;
  readonly usd: number;
}

/** How often a startup leaves a facet out, so that the demo shows what "not stated" does. */
const SILENT = 0.1;

/** People in a team, from and to, at each stage. */
const TEAM: Readonly<Record<StageCode, readonly [number, number]>> = {
  idea: [1, 3],
  pre_seed: [2, 6],
  seed: [4, 14],
  series_a: [12, 45],
  series_b: [35, 120],
  growth: [90, 300],
};

/** Invents the facets of a startup around its topic. The same input gives the same profile. */
export function inventStartup(topic: Topic, locale: Locale, turn: number): { facts: StartupFacts; profile: object } {
  const random = createRandom(`startup ${topic.id}`);
  const stated = <T>(value: T): T | undefined => (random.chance(SILENT) ? undefined : value);

  const country = random.pick(HOMES[locale]);
  const stage = random.pick<StageCode>([
    'idea',
    'pre_seed',
    'pre_seed',
    'seed',
    'seed',
    'seed',
    'series_a',
    'series_a',
    ...STAGES,
  ]);
  const [low, high] = ROUNDS[stage];
  const usd = low + random.next() * (high - low);
  const instrument = random.pick(topic.sector === 'islamic_finance' ? ISLAMIC : INSTRUMENTS_AT[stage]);
  const currency = currencyOf(country, random);
  const neighbours = (['AZ', 'HU', 'KG', 'KZ', 'TM', 'TR', 'UZ', 'XN'] as const).filter((c) => c !== country);

  const profile = {
    name: startupName(locale, turn),
    lang: locale,
    pitch: topic.pitch[locale],
    country: stated(country),
    languages: stated(workLanguages(locale, country, random)),
    sectors: stated([topic.sector]),
    stage: stated(stage),
    trl: stated(random.whole(...TYPICAL_TRL[stage])),
    targetMarkets: stated(
      random.chance(0.25)
        ? [random.pick(['turkic_states', 'central_asia', 'european_union', 'gulf'] as const)]
        : random.sample(neighbours, random.whole(1, 3)),
    ),
    raise: stated({ amount: rounded(usd, currency), currency, ...(random.chance(0.7) && { instrument }) }),
    team: stated({ size: random.whole(...TEAM[stage]) }),
    traction:
      STAGES.indexOf(stage) >= 2 ? stated({ customers: random.whole(2, 60 * STAGES.indexOf(stage)) }) : undefined,
  };
  return { facts: { country, stage, instrument, usd }, profile };
}
