import type { CountryCode, Money, OfficeCode, ScopeLine, SectorCode } from '../facets/index.ts';
import type { Kind } from '../kinds/index.ts';
import type { Formatter } from './formatter.ts';
import type { CodeFacet, MessageEvidence, MessageKey } from './message-types.ts';

/** What stands in the places of a message: text, and the numbers that choose a plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Countries named before "and N more". */
const MOST_COUNTRIES = 6;

type Put<E> = (evidence: E, f: Formatter) => MessageValues;

const nothing = () => ({});
const side: Put<MessageEvidence['unknown.stage']> = (e) => ({ side: e.side });
const named = (e: { readonly side: Kind }, f: Formatter) => ({ side: e.side, name: kindAlone(e.side, f) });
const country: Put<MessageEvidence['country.same']> = (e, f) => ({ country: f.country(e.country) });
const move: Put<MessageEvidence['change.raise_more']> = (e, f) => ({ from: f.money(e.from), to: f.money(e.to) });
const kindAlone = (kind: Kind, f: Formatter) => f.capitalise(f.kind(kind));
/** The codes of a facet in words. */
const codeList = (facet: CodeFacet, codes: readonly string[], f: Formatter): string =>
  facet === 'sector'
    ? sectorList(codes as readonly SectorCode[], f)
    : f.list(codes.map((code) => f[facet](code as never)));
const countryList = (codes: readonly CountryCode[], f: Formatter): string =>
  f.list([...codes.slice(0, MOST_COUNTRIES).map(f.country), ...(codes.length > MOST_COUNTRIES ? ['…'] : [])]);
const officeList = (codes: readonly OfficeCode[], f: Formatter): string => f.list(codes.map(f.office));
const scopeText = ({ item, standards = [], range, uncertainty }: ScopeLine, f: Formatter): string =>
  [item && f.item(item), ...standards, range && f.range(range), uncertainty && `± ${f.measured(uncertainty)}`]
    .filter((part) => part !== undefined)
    .join('; ');
/** Semicolons, for many a sector's name has an "and" of its own. */
const sectorList = (codes: readonly SectorCode[], f: Formatter) => codes.map(f.sector).join('; ');
const languageList = (codes: readonly string[], f: Formatter) => f.list(codes.map(f.language));

/** A margin between two currencies is only as exact as the rates: three digits, and marked so. */
const margin = (e: { readonly margin: Money }, converted: boolean, f: Formatter) =>
  converted ? `≈\u00a0${f.money({ ...e.margin, amount: Number(e.margin.amount.toPrecision(3)) })}` : f.money(e.margin);

/** Countries are counted beyond {@link MOST_COUNTRIES} nowhere: a market in common is enough, and so are a few. */
const inPortfolio: Put<MessageEvidence['synergy.portfolio']> = (e, f) => ({
  company: e.company,
  sectors: sectorList(e.sectors, f),
  count: e.countries.length,
  countries: e.countries.slice(0, MOST_COUNTRIES).map(f.country).join(', '),
});

const part: Put<MessageEvidence['round.leads']> = (e, f) => ({ amount: f.money(e.amount), share: f.share(e.share) });
const wholeRound: Put<MessageEvidence['round.open']> = (e, f) => ({
  raise: f.money(e.raise),
  put: f.money(e.put),
  open: f.money(e.open),
  investors: f.number(e.investors),
  countries: f.number(e.countries),
});

const PUT: { readonly [K in MessageKey]: Put<MessageEvidence[K]> } = {
  'semantic.sentences': (e) => ({ startup: e.startup, investor: e.investor }),
  'sector.shared': (e, f) => ({ count: e.sectors.length, sectors: sectorList(e.sectors, f) }),
  'sector.related': (e, f) => ({ startup: f.sector(e.startup), investor: f.sector(e.investor) }),
  'stage.wanted': (e, f) => ({ stage: f.stage(e.stage) }),
  'ticket.fits': (e, f) => ({ raise: f.money(e.raise), ticket: f.moneyRange(e.ticket) }),
  'country.wanted': country,
  'country.same': country,
  'corridor.target': country,
  'synergy.portfolio': inPortfolio,
  'language.shared': (e, f) => ({ count: e.languages.length, languages: languageList(e.languages, f) }),
  'unknown.sector': side,
  'unknown.stage': side,
  'unknown.ticket': side,
  'unknown.country': side,
  'unknown.instrument': side,
  'unknown.language': side,
  'ticket.partial': (e, f) => ({ raise: f.money(e.raise), max: f.money(e.max) }),
  'sector.different': (e, f) => ({ startup: sectorList(e.startup, f), investor: sectorList(e.investor, f) }),
  'language.none': (e, f) => ({ startup: languageList(e.startup, f), investor: languageList(e.investor, f) }),
  'corridor.other': country,
  'semantic.weak': nothing,
  'gate.not_active': nothing,
  'gate.consent_missing': nothing,
  'gate.sector_excluded': (e, f) => ({ count: e.sectors.length, sectors: sectorList(e.sectors, f) }),
  'gate.exclusion_unknown': nothing,
  'gate.stage_outside': (e, f) => ({
    stage: f.stage(e.stage),
    count: e.stages.length,
    stages: f.list(e.stages.map(f.stage)),
  }),
  'gate.country_outside': (e, f) => {
    const names = e.countries.map(f.country);
    const more = Math.max(0, names.length - MOST_COUNTRIES);
    return {
      country: f.country(e.country),
      count: names.length,
      countries: more === 0 ? f.list(names) : names.slice(0, MOST_COUNTRIES).join(', '),
      more,
      moreText: f.number(more),
    };
  },
  'gate.ticket_below_minimum': (e, f) => ({
    raise: f.money(e.raise),
    min: f.money(e.min),
    margin: margin(e, e.raise.currency !== e.min.currency, f),
  }),
  'gate.ticket_above_maximum': (e, f) => ({
    raise: f.money(e.raise),
    max: f.money(e.max),
    margin: margin(e, e.raise.currency !== e.max.currency, f),
  }),
  'gate.instrument_not_offered': (e, f) => ({
    instrument: f.instrument(e.instrument),
    count: e.instruments.length,
    instruments: f.list(e.instruments.map(f.instrument)),
  }),
  'gate.dry_powder_below_ticket': (e, f) => ({ left: f.money(e.left), min: f.money(e.min) }),
  'gate.portfolio_conflict': inPortfolio,
  'gate.not_eligible': nothing,
  'change.lift_exclusion': (e, f) => ({ count: e.sectors.length, sectors: sectorList(e.sectors, f) }),
  'change.name_sectors': named,
  'change.add_stage': (e, f) => ({ stage: f.stage(e.stage) }),
  'change.add_country': country,
  'change.raise_more': move,
  'change.raise_less': move,
  'change.lower_ticket': move,
  'change.raise_ticket': move,
  'change.take_instrument': (e, f) => ({
    count: e.instruments.length,
    instruments: e.instruments.map(f.instrument).join(', '),
  }),
  'change.add_instrument': (e, f) => ({ instrument: f.instrument(e.instrument) }),
  'change.allow_competitors': (e) => ({ company: e.company }),
  'change.activate': named,
  'change.consent': named,
  'round.leads': part,
  'round.joins': part,
  'round.largest': nothing,
  'round.smallest': nothing,
  'round.rest': nothing,
  'round.filled': wholeRound,
  'round.open': wholeRound,
  'round.stopped': (e) => ({ rule: e.rule }),
  'round.unstated': (e, f) => ({ investors: f.number(e.investors) }),
  'pair.sentences': ({ sides: [a, b], texts: [textA, textB] }, f) => ({
    ...{ a: kindAlone(a, f), b: kindAlone(b, f) },
    ...{ textA, textB },
  }),
  'pair.shared': (e, f) => ({ facet: f.facet(e.facet), codes: codeList(e.facet, e.codes, f) }),
  'pair.related': ({ sides: [a, b], codes: [codeA, codeB] }, f) => ({
    ...{ a: f.kind(a), b: f.kind(b) },
    ...{ codeA: f.sector(codeA), codeB: f.sector(codeB) },
  }),
  'pair.different': ({ facet, sides: [a, b], codes: [codesA, codesB] }, f) => ({
    facet: f.facet(facet),
    ...{ a: kindAlone(a, f), b: kindAlone(b, f) },
    ...{ codesA: codeList(facet, codesA, f), codesB: codeList(facet, codesB, f) },
  }),
  'pair.accepted': (e, f) => ({
    side: kindAlone(e.side, f),
    facet: f.facet(e.facet),
    code: codeList(e.facet, [e.code], f),
  }),
  'pair.unknown': (e, f) => ({ side: kindAlone(e.side, f), facet: f.facet(e.facet) }),
  'pair.outside': ({ facet, sides: [a, b], code, codes }, f) => ({
    facet: f.facet(facet),
    ...{ a: kindAlone(a, f), b: kindAlone(b, f) },
    ...{ code: codeList(facet, [code], f), codes: codeList(facet, codes, f) },
  }),
  'pair.widen': (e, f) => ({
    side: kindAlone(e.side, f),
    facet: f.facet(e.facet),
    codes: codeList(e.facet, e.codes, f),
  }),
  'pair.excluded': (e, f) => ({ side: kindAlone(e.side, f), sectors: sectorList(e.sectors, f) }),
  'pair.exclusion_unclear': ({ sides: [a, b] }, f) => ({ a: f.kind(a), b: kindAlone(b, f) }),
  'pair.lift_exclusion': (e, f) => ({ side: kindAlone(e.side, f), sectors: sectorList(e.sectors, f) }),
  'pair.remote': (e, f) => ({ side: kindAlone(e.side, f) }),
  'pair.could_be_remote': (e, f) => ({ side: kindAlone(e.side, f) }),
  'pair.past': (e, f) => ({
    side: kindAlone(e.side, f),
    field: f.facet(e.facet),
    date: f.date(e.date),
    day: f.date(e.day),
  }),
  'pair.lacks': (e, f) => ({
    side: kindAlone(e.side, f),
    facet: f.facet(e.facet),
    codes: codeList(e.facet, e.codes, f),
  }),
  'pair.covers': (e, f) => ({ side: kindAlone(e.side, f), what: scopeText(e.test, f) }),
  'pair.range_outside': ({ sides: [a, b], wanted, given, margin: beyond }, f) => ({
    ...{ a: kindAlone(a, f), b: kindAlone(b, f), facet: f.facet('range') },
    ...{ wanted: f.range(wanted), given: f.range(given), margin: f.measured(beyond) },
  }),
  'pair.too_uncertain': ({ sides: [a, b], wanted, given, margin: excess }, f) => ({
    ...{ a: kindAlone(a, f), b: kindAlone(b, f), facet: f.facet('uncertainty') },
    ...{ wanted: f.measured(wanted), given: f.measured(given), margin: f.measured(excess) },
  }),
  'pair.not_recognised': (e, f) => ({
    side: kindAlone(e.side, f),
    day: f.date(e.day),
    countries: f.list(e.countries.map(f.country)),
  }),
  'pair.recognised': (e, f) => ({ side: kindAlone(e.side, f), countries: countryList(e.countries, f) }),
  'pair.too_slow': ({ sides: [a, b], date, days, ready, margin: late }, f) => ({
    ...{ a: kindAlone(a, f), b: kindAlone(b, f), facet: f.facet('leadTime'), field: f.facet('neededBy') },
    ...{ date: f.date(date), ready: f.date(ready), daysText: f.number(days), marginText: f.number(late) },
  }),
  'pair.faster': (e, f) => ({ side: kindAlone(e.side, f), daysText: f.number(e.days) }),
  'pair.later': (e, f) => ({ side: kindAlone(e.side, f), field: f.facet(e.facet), date: f.date(e.date) }),
  'pair.call_closed': (e, f) => ({ side: kindAlone(e.side, f), date: f.date(e.date) }),
  'pair.call_opens': (e, f) => ({ side: kindAlone(e.side, f), date: f.date(e.date) }),
  'pair.no_licence': (e, f) => ({ side: kindAlone(e.side, f) }),
  'pair.offer_licence': (e, f) => ({ side: kindAlone(e.side, f) }),
  'pair.not_in_force': (e, f) => ({
    side: kindAlone(e.side, f),
    date: f.date(e.date),
    offices: officeList(e.offices, f),
  }),
  'pair.lapsed': (e, f) => ({ side: kindAlone(e.side, f), offices: officeList(e.offices, f) }),
  'pair.licensed_in': (e, f) => ({ side: kindAlone(e.side, f), countries: countryList(e.countries, f) }),
  'pair.begins_late': ({ sides: [a, b], date, from }, f) => ({
    ...{ a: kindAlone(a, f), b: kindAlone(b, f), field: f.facet('neededBy') },
    ...{ date: f.date(date), from: f.date(from) },
  }),
  'pair.begin_by': (e, f) => ({ side: kindAlone(e.side, f), date: f.date(e.date) }),
  'pair.market': (e, f) => ({ side: kindAlone(e.side, f), country: f.country(e.country) }),
  'neighbours.notice': nothing,
  'market.nobody': country,
  'market.kept_out': (e, f) => ({ country: f.country(e.country), there: f.number(e.there), kept: f.number(e.kept) }),
};

/** The keys of all messages. */
export const MESSAGE_KEYS = Object.keys(PUT) as readonly MessageKey[];

/**
 * The evidence of a message in the words of a language, ready to be put in its places.
 * @throws {RangeError} on an unknown key, or a code that no vocabulary has.
 */
export function messageValues<K extends MessageKey>(key: K, evidence: MessageEvidence[K], f: Formatter): MessageValues {
  if (!Object.hasOwn(PUT, key)) throw new RangeError(`no message has the key "${key}"`);
  return PUT[key](evidence, f);
}
