import type { Kind } from '@kopru/sdk/schema';

/** How the cells of a field are read. */
export type CellType =
  | 'id'
  | 'text'
  | 'texts'
  | 'language'
  | 'country'
  | 'languages'
  | 'website'
  | 'email'
  | 'phone'
  | 'status'
  | 'yesNo'
  | 'sectors'
  | 'excludedSectors'
  | 'stage'
  | 'stages'
  | 'places'
  | 'whole'
  | 'amount'
  | 'currency'
  | 'instrument'
  | 'instruments'
  | 'investorType'
  | 'role'
  | 'teamRoles'
  | 'needTypes'
  | 'helpTerms'
  | 'programmeType'
  | 'calls'
  | 'jurisdictions'
  | 'licenceType'
  | 'date'
  | 'number'
  | 'scopeLines'
  | 'fieldNames';

const SHARED = {
  id: 'id',
  name: 'text',
  lang: 'language',
  country: 'country',
  languages: 'languages',
  website: 'website',
  'contact/name': 'text',
  'contact/email': 'email',
  'contact/phone': 'phone',
  status: 'status',
  'consent/matching': 'yesNo',
  'consent/search': 'yesNo',
  private: 'fieldNames',
} as const satisfies Record<string, CellType>;

/** The test that a need or a patent states. */
const TEST = {
  'test/item': 'text',
  'test/standards': 'texts',
  'test/range/min': 'number',
  'test/range/max': 'number',
  'test/range/unit': 'text',
  'test/uncertainty/value': 'number',
  'test/uncertainty/unit': 'text',
  'test/countries': 'places',
} as const satisfies Record<string, CellType>;

/**
 * What a column can be, for each kind: `id`, every field of the schema, as the API's import names it, and
 * `raise`, `ticket` and `grant`, which hold an amount or a range with its currency in one cell.
 */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, CellType>>>> = {
  startup: {
    ...SHARED,
    pitch: 'text',
    sectors: 'sectors',
    stage: 'stage',
    trl: 'whole',
    targetMarkets: 'places',
    raise: 'amount',
    'raise/amount': 'amount',
    'raise/currency': 'currency',
    'raise/instrument': 'instrument',
    'team/size': 'whole',
    'team/summary': 'text',
    roles: 'teamRoles',
    'traction/customers': 'whole',
    'traction/summary': 'text',
  },
  investor: {
    ...SHARED,
    type: 'investorType',
    thesis: 'text',
    sectors: 'sectors',
    excludedSectors: 'excludedSectors',
    stages: 'stages',
    countries: 'places',
    ticket: 'amount',
    'ticket/min': 'amount',
    'ticket/max': 'amount',
    'ticket/currency': 'currency',
    instruments: 'instruments',
    role: 'role',
    'coInvestment/minPercent': 'number',
    'coInvestment/needsLead': 'yesNo',
    'coInvestment/maxInvestors': 'whole',
    'coInvestment/minCountries': 'whole',
    'fund/vintage': 'whole',
    'fund/size': 'number',
    'fund/deployed': 'number',
    'fund/reserved': 'number',
    'fund/currency': 'currency',
    portfolio: 'texts',
    allowsCompetitors: 'yesNo',
  },
  expert: {
    ...SHARED,
    about: 'text',
    skills: 'texts',
    sectors: 'sectors',
    roles: 'teamRoles',
    teamCountries: 'places',
    remote: 'yesNo',
    hoursPerWeek: 'whole',
    experienceYears: 'whole',
  },
  need: {
    ...SHARED,
    about: 'text',
    types: 'needTypes',
    sectors: 'sectors',
    supplierCountries: 'places',
    neededBy: 'date',
    terms: 'helpTerms',
    ...TEST,
  },
  lab: {
    ...SHARED,
    about: 'text',
    sectors: 'sectors',
    'accreditation/body': 'text',
    'accreditation/number': 'text',
    'accreditation/validUntil': 'date',
    scope: 'scopeLines',
    capacityPerMonth: 'whole',
    leadTimeDays: 'whole',
    recognisedIn: 'places',
  },
  programme: {
    ...SHARED,
    about: 'text',
    type: 'programmeType',
    calls: 'calls',
    sectors: 'sectors',
    excludedSectors: 'excludedSectors',
    stages: 'stages',
    startupCountries: 'places',
    grant: 'amount',
    'grant/amount': 'amount',
    'grant/currency': 'currency',
    equity: 'number',
  },
  patent: {
    ...SHARED,
    abstract: 'text',
    claims: 'text',
    classifications: 'texts',
    sectors: 'sectors',
    jurisdictions: 'jurisdictions',
    owner: 'text',
    'licence/type': 'licenceType',
    'licence/countries': 'places',
    'licence/price': 'text',
    ...TEST,
  },
  offer: {
    ...SHARED,
    about: 'text',
    types: 'needTypes',
    sectors: 'sectors',
    offeredIn: 'places',
    remote: 'yesNo',
    terms: 'helpTerms',
    price: 'text',
    'availability/from': 'date',
    'availability/until': 'date',
    capacity: 'whole',
  },
};

/** What the header of a column speaks of, whatever the kind of profile. `other` is nothing that a profile has. */
export type Topic =
  | 'id'
  | 'name'
  | 'text'
  | 'thesis'
  | 'lang'
  | 'country'
  | 'markets'
  | 'languages'
  | 'website'
  | 'person'
  | 'email'
  | 'phone'
  | 'status'
  | 'consent'
  | 'search'
  | 'sectors'
  | 'excludedSectors'
  | 'stage'
  | 'trl'
  | 'money'
  | 'moneyMin'
  | 'moneyMax'
  | 'currency'
  | 'instrument'
  | 'teamSize'
  | 'team'
  | 'customers'
  | 'traction'
  | 'type'
  | 'role'
  | 'portfolio'
  | 'skills'
  | 'hours'
  | 'experience'
  | 'remote'
  | 'help'
  | 'neededBy'
  | 'accreditation'
  | 'scope'
  | 'leadTime'
  | 'programmeType'
  | 'calls'
  | 'grant'
  | 'equity'
  | 'owner'
  | 'claims'
  | 'classifications'
  | 'jurisdictions'
  | 'licence'
  | 'licenceCountries'
  | 'licencePrice'
  | 'helpTerms'
  | 'offeredIn'
  | 'price'
  | 'availableFrom'
  | 'availableUntil'
  | 'capacity'
  | 'other';

/** The names of columns in one language, by what they speak of; of each list the likelier names first. */
export type HeaderNames = Readonly<Partial<Record<Topic, readonly string[]>>>;

const BOTH: Readonly<Partial<Record<Topic, string>>> = {
  id: 'id',
  name: 'name',
  lang: 'lang',
  country: 'country',
  languages: 'languages',
  website: 'website',
  person: 'contact/name',
  email: 'contact/email',
  phone: 'contact/phone',
  status: 'status',
  consent: 'consent/matching',
  search: 'consent/search',
  sectors: 'sectors',
};

/** The field that a topic is for a kind; a topic that the kind has no field for is left out. */
export const FIELD_OF: Readonly<Record<Kind, Readonly<Partial<Record<Topic, string>>>>> = {
  startup: {
    ...BOTH,
    text: 'pitch',
    markets: 'targetMarkets',
    stage: 'stage',
    trl: 'trl',
    money: 'raise',
    currency: 'raise/currency',
    instrument: 'raise/instrument',
    teamSize: 'team/size',
    team: 'team/summary',
    customers: 'traction/customers',
    traction: 'traction/summary',
  },
  investor: {
    ...BOTH,
    text: 'thesis',
    thesis: 'thesis',
    markets: 'countries',
    excludedSectors: 'excludedSectors',
    stage: 'stages',
    money: 'ticket',
    moneyMin: 'ticket/min',
    moneyMax: 'ticket/max',
    currency: 'ticket/currency',
    instrument: 'instruments',
    type: 'type',
    role: 'role',
    portfolio: 'portfolio',
  },
  expert: {
    ...BOTH,
    text: 'about',
    markets: 'teamCountries',
    role: 'roles',
    skills: 'skills',
    hours: 'hoursPerWeek',
    experience: 'experienceYears',
    remote: 'remote',
  },
  need: {
    ...BOTH,
    text: 'about',
    help: 'types',
    neededBy: 'neededBy',
    helpTerms: 'terms',
  },
  lab: {
    ...BOTH,
    text: 'about',
    accreditation: 'accreditation/body',
    scope: 'scope',
    leadTime: 'leadTimeDays',
  },
  programme: {
    ...BOTH,
    text: 'about',
    programmeType: 'type',
    calls: 'calls',
    excludedSectors: 'excludedSectors',
    stage: 'stages',
    markets: 'startupCountries',
    grant: 'grant',
    currency: 'grant/currency',
    equity: 'equity',
  },
  patent: {
    ...BOTH,
    text: 'abstract',
    owner: 'owner',
    claims: 'claims',
    classifications: 'classifications',
    jurisdictions: 'jurisdictions',
    licence: 'licence/type',
    licenceCountries: 'licence/countries',
    licencePrice: 'licence/price',
  },
  offer: {
    ...BOTH,
    text: 'about',
    help: 'types',
    offeredIn: 'offeredIn',
    remote: 'remote',
    helpTerms: 'terms',
    price: 'price',
    availableFrom: 'availability/from',
    availableUntil: 'availability/until',
    capacity: 'capacity',
  },
};
