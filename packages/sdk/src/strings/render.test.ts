import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, expandCountries } from '../facets/index.ts';
import {
  LOCALE_STRINGS,
  LOCALES,
  type Locale,
  MESSAGE_KEYS,
  type MessageEvidence,
  type MessageKey,
  renderMessage,
} from './index.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' }) as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const unstated = [{ side: 'startup' }, { side: 'investor' }] as const;

/** At least one piece of evidence for every message, and one for each form that a message takes. */
const SAMPLES: { readonly [K in MessageKey]: readonly MessageEvidence[K][] } = {
  'semantic.sentences': [{ startup: 'We map salinity.', investor: 'We fund water saving.' }],
  'sector.shared': [{ sectors: ['irrigation'] }, { sectors: ['hr_tech', 'islamic_finance', 'public_services'] }],
  'sector.related': [{ startup: 'irrigation', investor: 'crop_production' }],
  'stage.wanted': [{ stage: 'pre_seed' }],
  'ticket.fits': [
    { raise: usd(250_000), ticket: { min: usd(100_000), max: usd(500_000) } },
    { raise: usd(250_000), ticket: { min: usd(100_000) } },
    { raise: usd(250_000), ticket: { max: usd(500_000) } },
  ],
  'country.wanted': [{ country: 'KZ' }],
  'country.same': [{ country: 'AZ' }],
  'corridor.target': [{ country: 'UZ' }],
  'synergy.portfolio': [
    { company: 'Alma', sectors: ['cold_chain', 'freight'], countries: ['KZ', 'UZ'] },
    { company: 'Alma', sectors: ['freight'], countries: [] },
  ],
  'language.shared': [{ languages: ['ru'] }, { languages: ['kk', 'ru', 'de'] }],
  'unknown.sector': unstated,
  'unknown.stage': unstated,
  'unknown.ticket': unstated,
  'unknown.country': unstated,
  'unknown.instrument': unstated,
  'unknown.language': unstated,
  'ticket.partial': [{ raise: usd(2_500_000), max: usd(500_000) }],
  'sector.different': [{ startup: ['irrigation'], investor: ['banking', 'insurance'] }],
  'language.none': [{ startup: ['hu'], investor: ['ky', 'tk'] }],
  'corridor.other': [{ country: 'HU' }],
  'semantic.weak': [{}],
  'gate.not_active': [{}],
  'gate.consent_missing': [{}],
  'gate.sector_excluded': [{ sectors: ['oil_gas'] }, { sectors: ['oil_gas', 'mining'] }],
  'gate.exclusion_unknown': [{}],
  'gate.stage_outside': [
    { stage: 'idea', stages: ['seed'] },
    { stage: 'idea', stages: ['seed', 'series_a'] },
  ],
  'gate.country_outside': [
    { country: 'TR', countries: ['AZ'] },
    { country: 'TR', countries: ['AZ', 'KZ'] },
    { country: 'TR', countries: expandCountries(['european_union']) },
  ],
  'gate.ticket_below_minimum': [{ raise: usd(50_000), min: usd(100_000), margin: usd(50_000) }],
  'gate.ticket_above_maximum': [{ raise: usd(5_000_000), max: usd(100_000), margin: usd(400_000) }],
  'gate.instrument_not_offered': [
    { instrument: 'debt', instruments: ['equity'] },
    { instrument: 'debt', instruments: ['equity', 'safe'] },
  ],
  'gate.dry_powder_below_ticket': [{ left: usd(50_000), min: usd(100_000) }],
  'gate.portfolio_conflict': [{ company: 'Alma', sectors: ['irrigation'], countries: ['KZ', 'UZ'] }],
  'gate.not_eligible': [{}],
  'change.lift_exclusion': [{ sectors: ['oil_gas'] }, { sectors: ['oil_gas', 'mining'] }],
  'change.name_sectors': unstated,
  'change.add_stage': [{ stage: 'growth' }],
  'change.add_country': [{ country: 'HU' }],
  'change.raise_more': [{ from: usd(50_000), to: usd(100_000) }],
  'change.raise_less': [{ from: usd(5_000_000), to: usd(1_000_000) }],
  'change.lower_ticket': [{ from: usd(100_000), to: usd(50_000) }],
  'change.raise_ticket': [{ from: usd(100_000), to: usd(500_000) }],
  'change.take_instrument': [{ instruments: ['equity'] }, { instruments: ['equity', 'safe'] }],
  'change.add_instrument': [{ instrument: 'murabaha' }],
  'change.allow_competitors': [{ company: 'Alma' }],
  'change.activate': unstated,
  'change.consent': unstated,
  'round.leads': [{ amount: usd(500_000), share: 0.5 }],
  'round.joins': [{ amount: usd(500_000), share: 0.5 }],
  'round.largest': [{}],
  'round.smallest': [{}],
  'round.rest': [{}],
  'round.filled': [{ raise: usd(1_000_000), put: usd(1_000_000), open: usd(0), investors: 3, countries: 2 }],
  'round.open': [{ raise: usd(1_000_000), put: usd(700_000), open: usd(300_000), investors: 2, countries: 1 }],
  'round.stopped': (
    ['money', 'tickets', 'oneLead', 'needsLead', 'maxInvestors', 'minCountries', 'several'] as const
  ).map((rule) => ({ rule })),
  'round.unstated': [{ investors: 4 }],
  'pair.sentences': [{ sides: ['startup', 'investor'], texts: ['We measure salt.', 'We fund soil.'] }],
  'pair.shared': [
    { facet: 'language', codes: ['az', 'ru'] },
    { facet: 'sector', codes: ['irrigation', 'oil_gas'] },
    { facet: 'role', codes: ['engineer', 'mentor'] },
  ],
  'pair.related': [{ sides: ['startup', 'investor'], codes: ['oil_gas', 'mining'] }],
  'pair.different': [{ facet: 'language', sides: ['startup', 'investor'], codes: [['az'], ['hu', 'ru']] }],
  'pair.accepted': [{ side: 'investor', facet: 'stage', code: 'growth' }],
  'pair.unknown': [
    { side: 'investor', facet: 'country' },
    { side: 'startup', facet: 'country' },
  ],
  'pair.outside': [{ facet: 'stage', sides: ['startup', 'investor'], code: 'idea', codes: ['seed', 'growth'] }],
  'pair.widen': [{ side: 'investor', facet: 'instrument', codes: ['debt'] }],
  'pair.excluded': [{ side: 'investor', sectors: ['gaming'] }],
  'pair.exclusion_unclear': [{ sides: ['startup', 'investor'] }],
  'pair.lift_exclusion': [{ side: 'investor', sectors: ['gaming'] }],
  'pair.remote': [{ side: 'expert' }],
  'pair.could_be_remote': [{ side: 'expert' }],
  'pair.market': [{ side: 'investor', country: 'KZ' }],
  'pair.past': [{ side: 'need', facet: 'neededBy', date: '2026-11-27', day: '2026-11-28' }],
  'pair.lacks': [{ side: 'lab', facet: 'standard', codes: ['EN 1434', 'GOST-R'] }],
  'pair.covers': [
    { side: 'lab', test: { item: 'heat_meter', standards: ['EN 1434'], range: { min: 15, max: 40, unit: 'mm' } } },
    { side: 'lab', test: { uncertainty: { value: 0.5, unit: '%' } } },
  ],
  'pair.range_outside': [
    {
      sides: ['need', 'lab'],
      wanted: { min: 15, max: 40, unit: 'mm' },
      given: { max: 25.4, unit: 'mm' },
      margin: { value: 14.6, unit: 'mm' },
    },
  ],
  'pair.too_uncertain': [
    {
      sides: ['need', 'lab'],
      wanted: { value: 0.2, unit: '°C' },
      given: { value: 0.5, unit: '°C' },
      margin: { value: 0.3, unit: '°C' },
    },
  ],
  'pair.not_recognised': [{ side: 'lab', countries: ['RU', 'KZ'], day: '2026-11-28' }],
  'pair.recognised': [{ side: 'lab', countries: ['TR'] }],
  'pair.too_slow': [{ sides: ['need', 'lab'], date: '2026-12-31', days: 60, ready: '2027-01-27', margin: 27 }],
  'pair.faster': [{ side: 'lab', days: 33 }],
  'pair.call_closed': [{ side: 'programme', date: '2027-03-01' }],
  'pair.call_opens': [{ side: 'programme', date: '2027-05-05' }],
  'pair.no_licence': [{ side: 'patent' }],
  'pair.offer_licence': [{ side: 'patent' }],
  'pair.not_in_force': [{ side: 'patent', offices: ['EP', 'KZ', 'EA'], date: '2026-11-27' }],
  'pair.lapsed': [{ side: 'patent', offices: ['WO'] }],
  'pair.licensed_in': [{ side: 'patent', countries: ['KZ', 'TR'] }],
  'pair.begins_late': [{ sides: ['need', 'offer'], date: '2027-03-01', from: '2027-04-15' }],
  'pair.begin_by': [{ side: 'offer', date: '2027-03-01' }],
  'pair.later': [{ side: 'need', facet: 'neededBy', date: '2026-11-28' }],
  'neighbours.notice': [{}],
  'market.nobody': [{ country: 'KZ' }],
  'market.kept_out': [{ country: 'KZ', there: 4, kept: 3 }],
};

describe.each(LOCALES)('the messages of %s', (locale) => {
  it.each(MESSAGE_KEYS)('render %s in full', (key) => {
    for (const evidence of SAMPLES[key]) {
      const text = renderMessage(key, evidence, locale);
      expect(text).toMatch(/[.”»]$/);
      expect(text).not.toMatch(/[{}]|undefined|NaN|, plural|, select|\s{2}|\.\./);
    }
  });

  it('say another thing with each key, and with each side that is silent', () => {
    const all = MESSAGE_KEYS.flatMap((key) => SAMPLES[key].map((evidence) => renderMessage(key, evidence, locale)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('name no more than six countries and count the rest', () => {
    const countries = expandCountries(['european_union']);
    const text = renderMessage('gate.country_outside', { country: 'TR', countries }, locale);
    const { countries: names } = LOCALE_STRINGS[locale];
    expect(countries.filter((code) => text.includes(names[code]))).toHaveLength(6);
    expect(text).toContain('21');
    expect(
      renderMessage('gate.country_outside', { country: 'TR', countries: countries.slice(0, 6) }, locale),
    ).not.toMatch(/\d/);
  });

  it('leave the sentences of profiles as they are, whatever they hold', () => {
    const hostile = [
      "{x} <b>bold</b> it's ''{0}'' #",
      '{count, plural, one {#} other {#}}',
      '$& $1 \\',
      '<a href="x">«”',
    ];
    const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', minLength: 1 }));
    const [before = '', between = '', after = ''] =
      LOCALE_STRINGS[locale].messages['semantic.sentences'].split(/\{\w+\}/);
    fc.assert(
      fc.property(text, text, (startup, investor) => {
        expect(renderMessage('semantic.sentences', { startup, investor }, locale)).toBe(
          before + startup + between + investor + after,
        );
      }),
    );
  });

  it('speak of money in all ten currencies', () => {
    for (const currency of CURRENCIES) {
      const money = { amount: 2_500_000, currency };
      expect(renderMessage('ticket.partial', { raise: money, max: money }, locale)).toContain(currency);
    }
  });
});

describe('sentences', () => {
  it('decline the count of further countries in Russian', () => {
    const codes = expandCountries(['european_union']);
    const text = (n: number) =>
      renderMessage('gate.country_outside', { country: 'TR', countries: codes.slice(0, 6 + n) }, 'ru');
    expect(text(1)).toContain(' и ещё 1 страна.');
    expect(text(3)).toContain(' и ещё 3 страны.');
    expect(text(11)).toContain(' и ещё 11 стран.');
    expect(text(21)).toContain(' и ещё 21 страна.');
  });

  it('mark a margin between two currencies as approximate', () => {
    const min = { amount: 170_000, currency: 'AZN' } as const;
    const text = renderMessage(
      'gate.ticket_below_minimum',
      { raise: usd(50_000), min, margin: { ...min, amount: 85_123.4 } },
      'kk',
    );
    expect(plain(text)).toBe(
      'Ізделетін қаржы (50 000 USD) инвестор салатын ең аз сомадан (170 000 AZN) кем; айырма: ≈ 85 100 AZN.',
    );
  });

  it('never tell a small part as none, nor a large one as all', () => {
    const text = (share: number) => renderMessage('round.joins', { amount: usd(1_693), share }, 'en');
    expect([0.00009, 0.25, 0.9999, 1].map((share) => /\((.+%)/.exec(plain(text(share)))?.[1])).toEqual([
      '< 1%',
      '25%',
      '> 99%',
      '100%',
    ]);
  });

  it('keep sectors apart whose names have an "and" of their own', () => {
    expect(renderMessage('sector.shared', { sectors: ['oil_gas', 'hr_tech'] }, 'en')).toBe(
      'Sectors in common: oil and gas; HR and recruitment.',
    );
  });

  it('refuse an unknown key, locale or code', () => {
    const evidence = {} as never;
    expect(() => renderMessage('constructor' as MessageKey, evidence, 'en')).toThrow(
      'no message has the key "constructor"',
    );
    expect(() => renderMessage('semantic.weak', evidence, 'xx' as Locale)).toThrow('no strings for the locale "xx"');
    expect(() => renderMessage('stage.wanted', { stage: 'exit' as 'seed' }, 'en')).toThrow(
      'no stage has the code "exit"',
    );
  });
});
