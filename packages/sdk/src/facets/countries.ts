/**
 * Countries, and the named regions that stand for an explicit list of them.
 *
 * @module
 */

/**
 * The 249 alpha-2 codes of ISO 3166-1 and two of the codes that the standard leaves to its users
 * (XA–XZ): `XK` for Kosovo, as the European Union and CLDR write it, and `XN` for Northern Cyprus,
 * an observer of the OTS for which no code is in common use. `XN` is ours alone: a hub that
 * exchanges data with others must map it.
 */
// biome-ignore format: a table of codes
export const COUNTRIES = [
  'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE',
  'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD',
  'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM',
  'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF',
  'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU',
  'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN',
  'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME',
  'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA',
  'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM',
  'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI',
  'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK',
  'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI',
  'VN', 'VU', 'WF', 'WS', 'XK', 'XN', 'YE', 'YT', 'ZA', 'ZM', 'ZW',
] as const;
export type CountryCode = (typeof COUNTRIES)[number];

const EUROPEAN_UNION = [
  'AT',
  'BE',
  'BG',
  'HR',
  'CY',
  'CZ',
  'DK',
  'EE',
  'FI',
  'FR',
  'DE',
  'GR',
  'HU',
  'IE',
  'IT',
  'LV',
  'LT',
  'LU',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SK',
  'SI',
  'ES',
  'SE',
] as const;

/** Members of the Organization of Turkic States. */
const TURKIC_STATES = ['AZ', 'KZ', 'KG', 'TR', 'UZ'] as const;
/** States that observe the OTS. */
const OTS_OBSERVERS = ['HU', 'TM', 'XN'] as const;

/** Each region by its members; as of 2025. There is no `worldwide`: no limit is the way to say it. */
const MEMBERS = {
  turkic_states: TURKIC_STATES,
  ots_observers: OTS_OBSERVERS,
  ots: [...TURKIC_STATES, ...OTS_OBSERVERS],
  central_asia: ['KZ', 'KG', 'TJ', 'TM', 'UZ'],
  south_caucasus: ['AM', 'AZ', 'GE'],
  european_union: EUROPEAN_UNION,
  gulf: ['AE', 'BH', 'KW', 'OM', 'QA', 'SA'],
  eurasian_economic_union: ['AM', 'BY', 'KG', 'KZ', 'RU'],
  visegrad: ['CZ', 'HU', 'PL', 'SK'],
} as const satisfies Record<string, readonly CountryCode[]>;

export type RegionCode = keyof typeof MEMBERS;
export const REGIONS = Object.keys(MEMBERS) as [RegionCode, ...RegionCode[]];

/** A country, or a region that stands for its members. */
export type Place = CountryCode | RegionCode;

/** Whether a value is one of `COUNTRIES`. */
export const isCountryCode = (value: unknown): value is CountryCode => COUNTRIES.includes(value as CountryCode);
/** Whether a value is one of `REGIONS`. */
export const isRegionCode = (value: unknown): value is RegionCode =>
  typeof value === 'string' && Object.hasOwn(MEMBERS, value);

/** The members of a region, by code. */
export const membersOf = (region: RegionCode): readonly CountryCode[] => [...MEMBERS[region]].sort();

/** The countries that a list of places stands for: each once, by code. */
export const expandCountries = (places: readonly Place[]): CountryCode[] =>
  [...new Set(places.flatMap((place) => (isRegionCode(place) ? membersOf(place) : [place])))].sort();
