import fc from 'fast-check';
import { KINDS, type Kind } from '../src/kinds/index.ts';

/** Small pools, so that the facets of two profiles often meet and often do not. */
const some = <T>(...pool: T[]) => fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 });
const amount = fc.constantFrom(40_000, 100_000, 300_000.5, 500_000, 5_000_000, 90_000_000);
const currency = fc.constantFrom('USD', 'AZN', 'KZT', 'EUR');
const sectors = some('irrigation', 'agrifood', 'gaming', 'payments', 'finance', 'oyun', 'zqx qurğu');
const stage = fc.constantFrom('idea', 'seed', 'series_a');
const country = fc.constantFrom('AZ', 'KZ', 'TR', 'HU');
const languages = some('az', 'kk', 'ru', 'en');
const roles = some('engineer', 'designer', 'mentor');
const instrument = fc.constantFrom('equity', 'safe', 'debt', 'murabaha');
const text = fc.constantFrom(
  'Suvarma suyunu ölçürük. Torpağı qoruyuruq.',
  'We build games for phones. Players love them.',
  'Мы считаем воду на полях. Фермеры платят меньше.',
  'Kredi skorlaması yapıyoruz.',
);

const unit = fc.constantFrom('mm', 'cm', 'м', '°C', 'pH');
const line = {
  item: fc.constantFrom('heat meter', 'su sayacı', 'yarn'),
  standards: some('EN 1434', 'ГОСТ Р ЕН 1434-4', 'CE', 'ISO 4064'),
  range: fc.oneof(
    fc.record({ min: fc.constantFrom(0, 15, 1.5), max: fc.constantFrom(40, 400), unit }),
    fc.record({ max: fc.constantFrom(25, 0.05), unit }),
  ),
  uncertainty: fc.record({ value: fc.constantFrom(0.1, 0.5, 5), unit }),
};
const test = fc.record({ ...line, countries: some('AZ', 'KZ', 'TR') }, { requiredKeys: [] });
const day = fc.constantFrom('2020-02-29', '2026-11-27', '2026-11-28', '2099-12-31');

/** Every field that may be private, with values for it. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  startup: {
    pitch: text,
    sectors,
    stage,
    trl: fc.constantFrom(2, 8),
    country,
    targetMarkets: some('AZ', 'TR', 'gulf'),
    raise: fc.record({ amount, currency, instrument }, { requiredKeys: ['amount', 'currency'] }),
    languages,
    team: fc.record({ size: fc.constantFrom(3, 30) }),
    roles,
    traction: fc.record({ customers: fc.constantFrom(0, 90) }),
  },
  investor: {
    type: fc.constantFrom('angel', 'fund'),
    thesis: text,
    sectors,
    excludedSectors: sectors,
    stages: some('idea', 'seed', 'series_a'),
    country,
    countries: some('AZ', 'KZ', 'turkic_states', 'visegrad'),
    ticket: fc.oneof(
      fc.record({ min: amount, currency }),
      fc.record({ max: amount, currency }),
      fc.record({ min: fc.constantFrom(40_000, 100_000), max: fc.constantFrom(100_000, 500_000), currency }),
    ),
    instruments: some('equity', 'safe', 'debt', 'murabaha'),
    languages,
    role: fc.constantFrom('lead', 'follow'),
    coInvestment: fc.record(
      { minPercent: fc.constantFrom(10, 50), needsLead: fc.boolean(), maxInvestors: fc.constantFrom(1, 3) },
      { requiredKeys: [] },
    ),
    fund: fc.record(
      { size: fc.constant(5_000_000), deployed: fc.constantFrom(0, 4_800_000, 4_990_000), currency },
      { requiredKeys: ['size', 'currency'] },
    ),
    portfolio: fc.array(
      fc.oneof(
        fc.constantFrom('Alma', 'Nar'),
        fc.record(
          { name: fc.constantFrom('Heyva', 'Üzüm'), sectors, countries: some('AZ', 'KZ', 'gulf'), seeks: sectors },
          { requiredKeys: ['name'] },
        ),
      ),
      { maxLength: 3 },
    ),
    allowsCompetitors: fc.boolean(),
  },
  expert: {
    about: text,
    skills: some('LoRa', 'SQL'),
    sectors,
    roles,
    country,
    teamCountries: some('AZ', 'KZ', 'turkic_states', 'visegrad'),
    remote: fc.boolean(),
    hoursPerWeek: fc.constantFrom(5, 40),
    experienceYears: fc.constantFrom(0, 12),
    languages,
  },
  need: {
    about: text,
    types: some('mentoring', 'pilot', 'testing'),
    sectors,
    country,
    supplierCountries: some('AZ', 'KZ', 'turkic_states', 'visegrad'),
    neededBy: day,
    terms: some('free', 'paid', 'equity'),
    test,
    languages,
  },
  offer: {
    about: text,
    types: some('mentoring', 'pilot', 'testing'),
    sectors,
    country,
    offeredIn: some('AZ', 'KZ', 'turkic_states', 'visegrad'),
    remote: fc.boolean(),
    terms: some('free', 'paid', 'equity'),
    price: fc.constantFrom('100 ₼', 'Razılaşma ilə'),
    availability: fc
      .record({ from: day, until: day }, { requiredKeys: [] })
      .filter(({ from, until }) => !from || !until || from <= until),
    capacity: fc.constantFrom(2, 40),
    languages,
  },
  lab: {
    about: text,
    sectors,
    accreditation: fc.record(
      { body: fc.constantFrom('TÜRKAK', 'НЦА', 'Nobody'), validUntil: day },
      { requiredKeys: ['body'] },
    ),
    scope: fc.array(fc.record(line, { requiredKeys: [] }), { minLength: 1, maxLength: 3 }),
    capacityPerMonth: fc.constantFrom(3, 300),
    leadTimeDays: fc.constantFrom(0, 30, 3650),
    country,
    recognisedIn: some('AZ', 'KZ', 'eurasian_economic_union'),
    languages,
  },
  programme: {
    about: text,
    type: fc.constantFrom('acceleration', 'grant'),
    calls: fc.uniqueArray(
      fc
        .record(
          {
            name: fc.constantFrom('A', 'B', 'C'),
            opensOn: fc.constantFrom('2019-01-01', '2026-11-28', '2099-11-29'),
            closesOn: fc.constantFrom('2020-02-29', '2026-11-28', '2099-12-31'),
            capacity: fc.constantFrom(1, 20),
          },
          { requiredKeys: ['name'] },
        )
        .filter(({ opensOn = '', closesOn = '9999' }) => opensOn <= closesOn),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    ),
    sectors,
    excludedSectors: sectors,
    stages: some('idea', 'seed', 'series_a'),
    country,
    startupCountries: some('AZ', 'KZ', 'turkic_states', 'visegrad'),
    grant: fc.record({ amount, currency }),
    equity: fc.constantFrom(0, 6.5),
    languages,
  },
  patent: {
    abstract: text,
    claims: text,
    classifications: some('A01G 25/16', 'G06Q20/32', 'A63F', 'G06F'),
    sectors,
    jurisdictions: fc.array(
      fc
        .record(
          {
            office: fc.constantFrom('AZ', 'TR', 'EP', 'EA', 'WO'),
            number: fc.constantFrom('2021/1', 'EA 39'),
            status: fc.constantFrom('applied', 'granted', 'lapsed', 'expired'),
            expiresOn: day,
          },
          { requiredKeys: ['office', 'status'] },
        )
        .filter(({ office, status }) => office !== 'WO' || status !== 'granted'),
      { minLength: 1, maxLength: 3 },
    ),
    owner: fc.constantFrom('Elm Parkı', 'ITE Kft.'),
    licence: fc.record(
      {
        type: fc.constantFrom('none', 'exclusive', 'either'),
        countries: some('AZ', 'KZ', 'turkic_states', 'visegrad'),
        price: fc.constantFrom('3 %', 'Razılaşma ilə'),
      },
      { requiredKeys: [] },
    ),
    test,
    country,
    languages,
  },
};

/** A valid profile of the wire in which each field but the text may be left out. */
export function profile(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const { [KINDS[kind].text]: text, ...optional } = FIELDS[kind];
  const required = {
    name: fc.constant(kind),
    consent: fc.constant({ matching: true }),
    [KINDS[kind].text]: text as fc.Arbitrary<string>,
  };
  return fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([always, maybe]) => ({ ...always, ...maybe }));
}
