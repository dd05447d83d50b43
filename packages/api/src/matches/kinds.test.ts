import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { items } from '../../test/feeds/reader.ts';
import { call, EXPERT, INVESTOR, NEED, newHub, OFFER, PATENT, PROGRAMME, STARTUP } from '../../test/hub.ts';
import { subscribe } from '../../test/subscribers.ts';
import { findHub } from '../hubs/store.ts';
import { selectMatches } from '../mails/digest/select.ts';

let hub: { id: string; key: string };
const put = (path: string, body: object) => call('PUT', `/v1/${path}`, { key: hub.key, body });
const get = (path: string) => call('GET', `/v1/${path}`, { key: hub.key });
const post = (path: string, body: object) => call('POST', `/v1/${path}`, { key: hub.key, body });
const kindsIn = (json: { matches: { kind: string; id: string }[] }) =>
  json.matches.map(({ kind, id }) => `${kind} ${id}`);

beforeAll(async () => {
  hub = await newHub();
  await put('startups/s', { ...STARTUP, roles: ['engineer'] });
  await put('investors/fund', INVESTOR);
  await put('experts/aysel', EXPERT);
  await put('experts/seller', { ...EXPERT, name: 'Satıcı', roles: ['sales'] });
  await put('experts/far', { ...EXPERT, name: 'Uzaq', teamCountries: ['HU'] });
  await put('needs/pilot', NEED);
  await put('programmes/open', PROGRAMME);
  await put('programmes/closed', { ...PROGRAMME, name: 'Qapalı', calls: [{ name: 'A', closesOn: '2026-03-01' }] });
  await put('patents/zond', PATENT);
  const ended = [{ office: 'KZ', status: 'granted', expiresOn: '2026-03-01' }];
  await put('patents/ended', { ...PATENT, name: 'Bitmiş', jurisdictions: ended });
  await put('offers/station', OFFER);
  await put('offers/ended', { ...OFFER, name: 'Bitmiş', availability: { until: '2026-03-01' } });
  await put('needs/late', { ...NEED, name: 'Gec', neededBy: '2026-01-31' });
});

describe('a kind that seeks two kinds', () => {
  test('lists the first of its pairings, as before, and the one that is asked for', async () => {
    const [usual, investors, experts] = [
      await get('startups/s/matches'),
      await get('startups/s/matches?kind=investor'),
      await get('startups/s/matches?kind=expert&explain=az'),
    ];
    expect(kindsIn(usual.json)).toEqual(['investor fund']);
    expect(investors.json).toEqual(usual.json);
    expect(kindsIn(experts.json)).toEqual(['expert aysel']);
    expect(experts.json.matches[0]).toMatchObject({ card: { name: EXPERT.name, roles: ['engineer'] } });
    expect(experts.json.matches[0].facts).toContainEqual({ field: 'roles', label: 'Rollar', value: 'Mühəndis' });
    expect(experts.json.matches[0].reasons.map((reason: { text: string }) => reason.text).join()).toContain(
      EXPERT.about,
    );
  });

  test('is listed to each of them', async () => {
    expect(kindsIn((await get('experts/aysel/matches')).json)).toEqual(['startup s']);
    expect(kindsIn((await get('investors/fund/matches?kind=startup')).json)).toEqual(['startup s']);
  });

  test('says why an expert is kept out, in words', async () => {
    const { json } = await get('startups/s/matches?kind=expert&include=rejected&explain=en');
    const told = Object.fromEntries(
      json.rejected.map(({ id, gates }: { id: string; gates: { outcome: string; message?: { text: string } }[] }) => [
        id,
        gates.flatMap(({ outcome, message }) => (outcome === 'fail' ? message?.text : [])),
      ]),
    );
    expect(told).toEqual({
      seller: ['Nothing in common (role). Startup: engineer. Expert: salesperson.'],
      far: ['Startup: Kazakhstan (country). Expert accepts only: Hungary.'],
    });
  });

  test('lists what is needed and still of use, and says of what is not how long it was', async () => {
    const { json } = await get('startups/s/matches?kind=need&include=rejected&explain=en');
    expect(kindsIn(json)).toEqual(['need pilot']);
    expect(json.matches[0].facts).toContainEqual(expect.objectContaining({ field: 'types', value: 'Pilot project' }));
    const [late] = json.rejected;
    const said = late.gates.flatMap(({ message }: { message?: { text: string } }) => message?.text ?? []);
    expect(said.join()).toMatch(/^Need – needed by: 31 January 2026, which had passed by /);
  });

  test('lists the programmes whose call is open, and says of the others when it closed', async () => {
    const { json } = await get('startups/s/matches?kind=programme&include=rejected&explain=en');
    expect(kindsIn(json)).toEqual(['programme open']);
    expect(json.matches[0].facts).toContainEqual(
      expect.objectContaining({ field: 'calls', value: 'Bahar: 1 January 2020 – 31 December 2099' }),
    );
    const said = json.rejected[0].gates.flatMap(({ message }: { message?: { text: string } }) => message?.text ?? []);
    expect(said).toEqual(['Programme – the call closed on 1 March 2026.']);
  });

  test('lists the patents that are in force where the startup goes, and says of the others when they ended', async () => {
    const { json } = await get('startups/s/matches?kind=patent&include=rejected&explain=en');
    expect(kindsIn(json)).toEqual(['patent zond']);
    expect(json.matches[0].facts).toContainEqual({
      field: 'jurisdictions',
      label: 'Protection',
      value: 'Eurasian Patent Office: granted, 034567, … – 31 December 2099',
    });
    const said = json.rejected[0].gates.flatMap(({ message }: { message?: { text: string } }) => message?.text ?? []);
    expect(said).toEqual(['Patent – protection ended on 1 March 2026 (Kazakhstan).']);
  });

  test('lists what is offered to a need and can be had, and says of the others when it ended', async () => {
    const { json } = await get('needs/pilot/matches?kind=offer&include=rejected&explain=en');
    expect(kindsIn(json)).toEqual(['offer station']);
    expect(json.matches[0].facts).toContainEqual(
      expect.objectContaining({ field: 'terms', label: 'Terms', value: 'Free of charge and in exchange' }),
    );
    const said = json.rejected[0].gates.flatMap(({ message }: { message?: { text: string } }) => message?.text ?? []);
    expect(said.join()).toMatch(/^Offer – available until: 1 March 2026, which had passed by /);
  });

  test('has the same choice ad hoc, in a batch, in limits and in one pair', async () => {
    const adHoc = await post('match?kind=expert', { kind: 'startup', profile: { ...STARTUP, roles: ['engineer'] } });
    expect(kindsIn(adHoc.json)).toEqual(['expert aysel']);
    const batch = await post('matches/batch?kind=expert', { kind: 'startup', ids: ['s'] });
    expect(batch.json.lists.map(kindsIn)).toEqual([['expert aysel']]);
    const limits = await post('limits', {
      kind: 'startup',
      seeks: 'expert',
      profile: { country: 'KZ', roles: ['engineer'] },
    });
    expect(limits.json).toEqual({
      kind: 'startup',
      eligible: 1,
      limits: [{ gate: 'role', path: '/roles', blocks: 1 }],
    });
    const score = await post('score', {
      subject: { kind: 'startup', id: 's' },
      candidate: { kind: 'expert', id: 'far' },
    });
    expect(score.json).toMatchObject({ eligible: false, changes: [{ path: '/teamCountries' }] });
  });

  test('is told where it asks for a kind that it does not seek', async () => {
    const query = await get('investors/fund/matches?kind=expert');
    expect([query.status, query.json.issues]).toMatchObject([422, [{ in: 'query', path: '/kind' }]]);
    const adHoc = await post('match?kind=expert', { kind: 'investor', profile: INVESTOR });
    expect([adHoc.status, adHoc.json.issues]).toMatchObject([422, [{ in: 'query', path: '/kind', rule: 'paired' }]]);
    for (const [path, body] of [
      ['limits', { kind: 'investor', seeks: 'expert', profile: {} }],
      ['feeds', { kind: 'investor', id: 'fund', locale: 'az', seeks: 'investor' }],
      [
        'subscriptions',
        {
          profile: { kind: 'expert', id: 'aysel' },
          email: 'a@b.example',
          locale: 'az',
          timeZone: 'Asia/Baku',
          seeks: 'investor',
        },
      ],
    ] as const) {
      const answer = await post(path, body);
      expect([path, answer.status, answer.json.issues]).toMatchObject([path, 422, [{ in: 'body', path: '/seeks' }]]);
    }
  });
});

describe('what is sent', () => {
  test('of a feed is the kind that it names, and the first pairing where it names none', async () => {
    const read = async (seeks: object) => {
      const { json } = await post('feeds', { kind: 'startup', id: 's', locale: 'en', ...seeks });
      return [json.seeks, (await items(json.urls.json)).map(({ title }) => title)];
    };
    expect(await read({ seeks: 'expert' })).toEqual(['expert', [EXPERT.name]]);
    expect(await read({})).toEqual(['investor', [INVESTOR.name]]);
  });

  test('of a digest as well; a row of before has none and means the first', async () => {
    const found = await findHub(bindings.DB, hub.id);
    const told = async (seeks: 'expert' | null) => {
      const row = await subscribe(hub, { kind: 'startup', id: 's' }, { seeks });
      const items = await selectMatches({ env: bindings, db: bindings.DB, hub: found! } as never, row, 'mail_x');
      const view = await get(`subscriptions/${row.id}`);
      return [view.json.seeks, items?.map(({ match }) => match.id)];
    };
    expect(await told('expert')).toEqual(['expert', ['aysel']]);
    expect(await told(null)).toEqual(['investor', ['fund']]);
  });
});
