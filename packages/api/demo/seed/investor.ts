import {
  type CountryCode,
  INSTRUMENTS,
  type InstrumentCode,
  type InvestorTypeCode,
  isInterestFree,
  type Locale,
  membersOf,
  type Place,
  parentOf,
  REGIONS,
  SECTORS,
  type SectorCode,
  STAGES,
  type StageCode,
} from '@kopru/sdk/facets';
import { ROUNDS, rounded } from './money.ts';
import { investorName } from './names.ts';
import { createRandom, type Random } from './random.ts';
import type { StartupFacts } from './startup.ts';
import { currencyOf, HOMES, type Topic, workLanguages } from './topic.ts';

/** How often an investor leaves a facet out, so that the demo shows what "not stated" does. */
const SILENT = 0.15;

/** How often one limit of a mandate is drawn without a look at its topic's startup, and so may keep it out. */
const FREE = 0.12;

/** Invents a mandate around its topic and mostly, not always, around the topic's startup. The same input gives the same profile. */
export function inventInvestor(topic: Topic, locale: Locale, turn: number, startup: StartupFacts): object {
  const random = createRandom(`investor ${topic.id}`);
  const stated = <T>(value: T): T | undefined => (random.chance(SILENT) ? undefined : value);
  const type = random.pick<InvestorTypeCode>(['fund', 'fund', 'fund', 'angel', 'angel', 'corporate', 'public']);
  const country = random.pick(HOMES[locale]);
  const stages = inventStages(random, random.chance(FREE) ? random.pick(STAGES) : startup.stage);

  return {
    name: investorName(locale, turn, type),
    lang: locale,
    thesis: topic.thesis[locale],
    type: stated(type),
    country: stated(country),
    languages: stated(workLanguages(locale, country, random)),
    sectors: stated(inventSectors(random, topic.sector)),
    excludedSectors: random.chance(0.2) ? inventExclusions(random, topic.sector) : undefined,
    stages: stated(stages),
    countries: stated(inventCountries(random, country, random.chance(FREE) ? country : startup.country)),
    ticket: stated(inventTicket(random, country, stages)),
    instruments: stated(inventInstruments(random, random.chance(FREE) ? undefined : startup.instrument)),
    role: stated(random.pick(['lead', 'follow', 'either'])),
  };
}

/** Two to four neighbouring stages that hold `around`. */
function inventStages(random: Random, around: StageCode): StageCode[] {
  const at = STAGES.indexOf(around);
  const from = Math.max(0, at - random.whole(0, 2));
  return STAGES.slice(from, Math.max(at + 1, from + random.whole(2, 4)));
}

/** The topic's sector, sometimes its whole field, sometimes one more. */
function inventSectors(random: Random, sector: SectorCode): SectorCode[] {
  const own = random.chance(0.25) ? (parentOf(sector) ?? sector) : sector;
  const other = random.pick(SECTORS).code;
  return [...new Set(random.chance(0.4) ? [own, other] : [own])];
}

/** Sectors that mandates of the region often rule out, but never the topic's own. */
function inventExclusions(random: Random, sector: SectorCode): SectorCode[] {
  const common = (['gaming', 'oil_gas', 'mining', 'lending', 'real_estate', 'insurance'] as const).filter(
    (code) => code !== sector && parentOf(code) !== sector,
  );
  return random.sample<SectorCode>(common, random.whole(1, 2));
}

/** A region that holds `wanted`, or a list with it, the investor's own country and one more. */
function inventCountries(random: Random, home: CountryCode, wanted: CountryCode): Place[] {
  const regions = REGIONS.filter((region) => membersOf(region).includes(wanted));
  if (random.chance(0.5)) return [random.pick(regions)];
  return [...new Set<Place>([home, wanted, random.pick(membersOf('ots'))])];
}

/** From a fifth of the earliest round to two thirds of the latest; some state only one end. */
function inventTicket(random: Random, country: CountryCode, stages: readonly StageCode[]) {
  const currency = currencyOf(country, random);
  const min = rounded(ROUNDS[stages[0] as StageCode][0] * 0.2, currency);
  const max = rounded(ROUNDS[stages.at(-1) as StageCode][1] * 0.66, currency);
  const ends = random.pick(['both', 'both', 'both', 'max', 'min']);
  return { ...(ends !== 'max' && { min }), ...(ends !== 'min' && { max }), currency };
}

/** A few forms, `wanted` among them; some investors take only those without interest. */
function inventInstruments(random: Random, wanted: InstrumentCode | undefined): InstrumentCode[] {
  const offered: readonly InstrumentCode[] = random.chance(0.2) ? INSTRUMENTS.filter(isInterestFree) : INSTRUMENTS;
  const chosen = new Set([...(wanted ? [wanted] : []), ...random.sample(offered, random.whole(1, 4))]);
  return INSTRUMENTS.filter((code) => chosen.has(code));
}
