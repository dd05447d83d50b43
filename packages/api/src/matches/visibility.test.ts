import { KINDS, type Kind } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
import {
  call,
  EXPERT,
  INVESTOR,
  LAB,
  NEED,
  newHub,
  OFFER,
  PATENT,
  PROGRAMME,
  SAMPLES,
  STARTUP,
} from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';

/** Two values of each private field, with both of which the pair is eligible. */
const VALUES: Readonly<Record<Kind, Readonly<Record<string, readonly [unknown, unknown]>>>> = {
  startup: {
    pitch: [STARTUP.pitch, 'Suvarılan torpaqların duzluluğunu ölçən cihazlar quraşdırırıq.'],
    sectors: [['irrigation'], ['agrifood', 'sulu ərazilər']],
    stage: ['seed', 'pre_seed'],
    trl: [3, 8],
    country: ['KZ', 'UZ'],
    targetMarkets: [['AZ'], ['TR']],
    raise: [
      { amount: 300_000, currency: 'USD', instrument: 'equity' },
      { amount: 170_500, currency: 'EUR', instrument: 'safe' },
    ],
    languages: [['kk', 'en'], ['ru']],
    roles: [['engineer'], ['mentor', 'designer']],
    team: [{ size: 4 }, { size: 31, summary: 'Otuz bir mühəndis' }],
    traction: [{ customers: 3 }, { customers: 77, summary: 'Yetmiş yeddi müştəri' }],
  },
  investor: {
    type: ['fund', 'angel'],
    thesis: [INVESTOR.thesis, 'Мы вкладываем в орошение и почвы.'],
    sectors: [['irrigation'], ['payments']],
    excludedSectors: [['gaming'], ['mining', 'payments']],
    stages: [['seed'], ['seed', 'growth']],
    country: ['AZ', 'TR'],
    countries: [['turkic_states'], ['KZ', 'HU']],
    ticket: [
      { min: 100_000, max: 500_000, currency: 'USD' },
      { max: 34_567_890, currency: 'TRY' },
    ],
    instruments: [['equity'], ['equity', 'murabaha']],
    languages: [
      ['az', 'en'],
      ['hu', 'tr'],
    ],
    role: ['lead', 'follow'],
    coInvestment: [{ maxInvestors: 3 }, { minPercent: 25, needsLead: true }],
    fund: [
      { size: 40_000_000, deployed: 1_000_000, currency: 'EUR' },
      { vintage: 2019, size: 77_000_000, currency: 'AZN' },
    ],
    portfolio: [
      ['Alma', { name: 'Nar', seeks: ['irrigation'], countries: ['KZ'] }],
      [{ name: 'Heyva', sectors: ['irrigation'], countries: ['HU'], about: 'Dondurma' }],
    ],
    allowsCompetitors: [true, false],
  },
  expert: {
    about: [EXPERT.about, 'Tarlada duzluluğu ölçürəm, komanda axtarıram.'],
    skills: [['LoRaWAN'], ['elektronika', 'C++']],
    sectors: [['irrigation'], ['payments']],
    roles: [['engineer'], ['designer', 'mentor']],
    country: ['AZ', 'TR'],
    teamCountries: [['turkic_states'], ['KZ', 'HU']],
    remote: [true, false],
    hoursPerWeek: [7, 33],
    experienceYears: [2, 19],
    languages: [
      ['az', 'en'],
      ['kk', 'hu'],
    ],
  },
  lab: {
    about: [LAB.about, 'Torpaq zondlarını yoxlayırıq.'],
    sectors: [['irrigation'], ['payments']],
    accreditation: [
      { body: 'AzAK', validUntil: '2098-05-17' },
      { body: 'TÜRKAK', validUntil: '2097-03-04' },
    ],
    scope: [[{ item: 'zond' }], [{ item: 'heat meter', range: { min: 3, max: 77, unit: 'mm' } }]],
    capacityPerMonth: [13, 444],
    leadTimeDays: [17, 71],
    country: ['AZ', 'TR'],
    recognisedIn: [['turkic_states'], ['KZ', 'HU']],
    languages: [
      ['az', 'en'],
      ['kk', 'hu'],
    ],
  },
  need: {
    about: [NEED.about, 'Tarlada duzluluğu ölçdürmək istəyirik.'],
    types: [['pilot'], ['data', 'testing']],
    sectors: [['irrigation'], ['payments']],
    country: ['AZ', 'TR'],
    supplierCountries: [['turkic_states'], ['KZ', 'HU']],
    neededBy: ['2098-05-17', '2097-03-04'],
    terms: [['free'], ['paid', 'equity']],
    test: [{ item: 'zond' }, { item: 'heat meter', range: { min: 3, max: 77, unit: 'mm' } }],
    languages: [
      ['az', 'en'],
      ['kk', 'hu'],
    ],
  },
  programme: {
    about: [PROGRAMME.about, 'Suvarma üzrə işləyən komandalara on iki həftəlik dəstək veririk.'],
    type: ['acceleration', 'grant'],
    calls: [[{ name: 'Yaz', closesOn: '2098-05-17' }], [{ name: 'Payız', opensOn: '2021-03-04', capacity: 7 }]],
    sectors: [['irrigation'], ['payments']],
    excludedSectors: [['gaming'], ['mining', 'payments']],
    stages: [['seed'], ['seed', 'growth']],
    country: ['AZ', 'TR'],
    startupCountries: [['turkic_states'], ['KZ', 'HU']],
    grant: [
      { amount: 10_000, currency: 'USD' },
      { amount: 34_567, currency: 'TRY' },
    ],
    equity: [0, 6.25],
    languages: [
      ['az', 'en'],
      ['kk', 'hu'],
    ],
  },
  offer: {
    about: [OFFER.about, 'Sahə stansiyasında zondlar üçün yer var.'],
    types: [['pilot'], ['mentoring', 'pilot']],
    sectors: [['irrigation'], ['payments']],
    country: ['AZ', 'TR'],
    offeredIn: [['turkic_states'], ['AZ', 'HU']],
    remote: [true, false],
    terms: [['free'], ['paid', 'equity']],
    price: ['7 manat', 'Razılaşma ilə'],
    availability: [{ from: '2021-03-04' }, { until: '2098-05-17' }],
    capacity: [7, 33],
    languages: [
      ['az', 'en'],
      ['kk', 'az'],
    ],
  },
  patent: {
    abstract: [PATENT.abstract, 'Zond tarlada suyun duzluluğunu ölçür.'],
    claims: ['1. Zond.', '1. Tarla üçün iki elektrod.'],
    classifications: [['A01G 25/16'], ['G06Q 20/32', 'E21B 43/00']],
    sectors: [['irrigation'], ['payments']],
    jurisdictions: [
      [{ office: 'EA', status: 'granted', expiresOn: '2098-05-17' }],
      [{ office: 'KZ', number: '77', status: 'applied', filedOn: '2021-03-04' }],
    ],
    owner: ['Muğan İnstitutu', 'Elm Parkı'],
    licence: [{ countries: ['turkic_states'] }, { type: 'exclusive', countries: ['KZ', 'HU'], price: '7 faiz' }],
    test: [{ item: 'zond' }, { item: 'heat meter', range: { min: 3, max: 77, unit: 'mm' } }],
    country: ['AZ', 'TR'],
    languages: [
      ['az', 'en'],
      ['kk', 'hu'],
    ],
  },
};

const OTHER: Readonly<Record<Kind, Kind>> = {
  startup: 'investor',
  investor: 'startup',
  expert: 'startup',
  need: 'startup',
  lab: 'startup',
  programme: 'startup',
  patent: 'startup',
  offer: 'need',
};

test.each(Object.keys(VALUES) as Kind[])(
  'every field that the owner of a %s can keep private is tried below',
  (kind) => {
    const fields = KINDS[kind].schema.shape.private.unwrap().element.options as readonly string[];
    expect(Object.keys(VALUES[kind]).sort()).toEqual([...fields].sort());
  },
);

/** All that an answer tells but score, order and how new it is. */
const told = (json: unknown): string =>
  JSON.stringify(json, (key, value) => (['score', 'sequence', 'rank'].includes(key) ? undefined : value));

const cases = (Object.keys(VALUES) as Kind[]).flatMap((kind) =>
  Object.entries(VALUES[kind]).map(([field, values]) => [kind, field, values] as const),
);

test.each(cases)(
  'the owner of the other side is told nothing of the private field of a %s: %s',
  async (kind, field, [a, b]) => {
    const hub = await newHub();
    const side = OTHER[kind];
    const put = (of: Kind, id: string, body: object) =>
      call('PUT', `/v1/${KINDS[of].path}/${id}`, { key: hub.key, body });
    await put(side, 'own', SAMPLES[side]);
    const owner = await viewerOf(hub.id, side, 'own');
    const secret = { key: hub.key };
    const body = { subject: { kind: side, id: 'own' }, candidate: { kind, id: 'other' } };
    const answers = async (who: typeof owner | typeof secret) => {
      const list = await call(
        'GET',
        `/v1/${KINDS[side].path}/own/matches?kind=${kind}&explain=en&include=rejected`,
        who,
      );
      const score = await call('POST', '/v1/score?explain=en', { ...who, body });
      expect([list.status, score.status]).toEqual([200, 200]);
      expect(list.json.matches).toHaveLength(1);
      return { list: list.json, score: score.json };
    };
    const write = async (value: unknown) => {
      const { status } = await put(kind, 'other', { ...SAMPLES[kind], [field]: value, private: [field] });
      expect(status).toBeLessThan(300);
    };

    await write(a);
    const before = { owner: await answers(owner), secret: await answers(secret) };
    await write(b);
    const after = { owner: await answers(owner), secret: await answers(secret) };
    expect(told(after.owner)).toBe(told(before.owner));
    for (const { list, score } of [after.owner, before.owner])
      for (const card of [list.matches[0].card, score.candidate.card]) expect(card).not.toHaveProperty(field);
    // The hub's own server sees it.
    expect(after.secret.list.matches[0].card[field]).toEqual(b);
    expect(after.secret.score.candidate.card[field]).toEqual(b);
  },
);

test('a filter does not find out what is private', async () => {
  const hub = await newHub();
  await call('PUT', '/v1/startups/own', { key: hub.key, body: STARTUP });
  await call('PUT', '/v1/investors/open', { key: hub.key, body: INVESTOR });
  await call('PUT', '/v1/investors/shy', { key: hub.key, body: { ...INVESTOR, private: ['country', 'stages'] } });
  const ask = async (query: string, who: { key: string; headers?: Record<string, string> }) => {
    const { json } = await call('GET', `/v1/startups/own/matches?${query}`, who);
    return json.matches.map(({ id }: { id: string }) => id).sort();
  };
  const owner = await viewerOf(hub.id, 'startup', 'own');
  for (const query of ['country=AZ', 'stage=seed']) {
    expect(await ask(query, owner)).toEqual(['open']);
    expect(await ask(query, { key: hub.key })).toEqual(['open', 'shy']);
  }
  expect(await ask('country=TR', owner)).toEqual([]);
});

test('a viewer asks for its own list and about its own profile, and of no profile that may not be shown', async () => {
  const hub = await newHub();
  await call('PUT', '/v1/startups/own', { key: hub.key, body: STARTUP });
  await call('PUT', '/v1/startups/foreign', { key: hub.key, body: STARTUP });
  await call('PUT', '/v1/investors/paused', { key: hub.key, body: { ...INVESTOR, status: 'paused' } });
  const owner = await viewerOf(hub.id, 'startup', 'own');
  const score = (subject: object, candidate: object, who: object = owner) =>
    call('POST', '/v1/score', { ...who, body: { subject, candidate } });
  const [own, paused] = [
    { kind: 'startup', id: 'own' },
    { kind: 'investor', id: 'paused' },
  ];

  expect((await call('GET', '/v1/startups/foreign/matches', owner)).status).toBe(404);
  expect((await score({ kind: 'startup', id: 'foreign' }, paused)).status).toBe(404);
  const hidden = await score(own, paused);
  const absent = await score(own, { kind: 'investor', id: 'absent' });
  expect(hidden.status).toBe(404);
  expect(told({ ...hidden.json, requestId: '' }).replace('paused', 'absent')).toBe(
    told({ ...absent.json, requestId: '' }),
  );
  expect((await score(own, paused, { key: hub.key })).json).toMatchObject({ eligible: false });
  expect((await score(own, { kind: 'investor', profile: INVESTOR })).json.code).toBe('forbidden');
  const batch = await call('POST', '/v1/matches/batch', { ...owner, body: { kind: 'startup', ids: ['own'] } });
  expect(batch.json.code).toBe('forbidden');
});
