import { MODEL } from '@kopru/model/workerd';
import {
  type ExchangeCard,
  exchangedSchema,
  hubSettingsSchema,
  KIND_NAMES,
  KINDS,
  type Profile,
} from '@kopru/sdk/schema';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bindings } from '../../test/bindings.ts';
import {
  agree,
  consent,
  type ExchangeHub,
  exchangeHub,
  openCorridor,
  partners,
  putCheap,
  setPolicy,
} from '../../test/exchange.ts';
import { call, INVESTOR, STARTUP } from '../../test/hub.ts';
import { hubIndex } from '../matches/hub-index.ts';
import { exchangeCards } from './cards.ts';
import { releaseCard } from './release.ts';
import { resolveCard } from './store.ts';

const WHOLE = {
  ...STARTUP,
  website: 'https://topyraq.example',
  trl: 6,
  sectors: ['irrigation', 'gizli sözlərlə sahə'],
  team: { size: 7, summary: 'gizli komanda' },
  traction: { customers: 12, summary: 'gizli müştəri' },
};

const db = () => bindings.DB.withSession('first-primary');

/** The cards that a hub's index holds of others, each under its exchange id. */
async function cardsIn({ id }: { id: string }) {
  const index = await hubIndex({ db: db(), cache: bindings.CACHE }, { id }, MODEL, () => undefined);
  const refs = (['startup', 'investor'] as const)
    .flatMap((kind) => [...index.all(kind)])
    .map(({ profile }) => profile)
    .filter((profile) => profile.id.startsWith('~'));
  const cards = await exchangeCards(db(), { id }, refs);
  expect(cards.size).toBe(refs.length);
  return [...cards.values()];
}
const namesIn = async (hub: { id: string }) => (await cardsIn(hub)).map(({ card }) => card.name).sort();

const SECRET = 'gizli söz';
type Json = z.core.JSONSchema.BaseSchema;

/** A value of a schema in which every string that is no code, day or address is the secret. */
function filledIn(schema: Json, root = schema): unknown {
  const { $ref, enum: codes, anyOf, type, properties = {}, items, format, minimum, const: value } = schema;
  if ($ref) return filledIn(root.$defs?.[$ref.split('/').at(-1) as string] as Json, root);
  if (value !== undefined) return value;
  if (codes) return codes[0];
  // The widest way to say it.
  if (anyOf) return filledIn(anyOf.at(-1) as Json, root);
  if (type === 'array') return [filledIn(items as Json, root)];
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, filledIn(part as Json, root)]));
  if (type === 'string') return format === 'uri' ? 'https://a.example' : format === 'date' ? '2030-01-01' : SECRET;
  return type === 'boolean' ? true : (minimum ?? 1);
}

/** Two partners, the first of which offers a startup. */
async function offered(options: object = {}, profile: object = WHOLE): Promise<[ExchangeHub, ExchangeHub, string]> {
  const [home, receiver] = await partners();
  await putCheap(home.id, 'startup', 'agri-17', profile);
  return [home, receiver, await consent(home, 'startup', 'agri-17', options)];
}

/** A partner that keeps nothing back. */
const OPEN = {
  hub: 'h',
  name: 'H',
  country: 'KZ',
  policy: hubSettingsSchema.parse({ exchange: { enabled: true } }).exchange,
  terms: [{ countries: null, kinds: null }],
  open: true,
} as const;

describe('a card is released', () => {
  test('with all fields and the home, where owner and policy let them out', async () => {
    const [home, receiver] = await offered();
    const [{ card, home: marked }] = (await cardsIn(receiver)) as [Awaited<ReturnType<typeof cardsIn>>[number]];
    const { contact, consent: _, ...open } = WHOLE;
    expect(card).toEqual({ ...open, lang: 'kk' });
    expect(marked).toEqual({ hub: home.id, name: home.id, country: 'KZ' });
    expect(contact).toBeDefined();
  });

  test('without free text that the owner did not release', async () => {
    const [, receiver] = await offered({ releaseText: false });
    const [found] = await cardsIn(receiver);
    const { pitch, contact, consent: _, ...rest } = WHOLE;
    expect(found?.card).toEqual({ ...rest, sectors: ['irrigation'], team: { size: 7 }, traction: { customers: 12 } });
    expect([pitch, contact]).toBeDefined();
  });

  test.each(KIND_NAMES)('of a %s without any text that is no code, whatever field or part of one holds it', (kind) => {
    const profile = filledIn(z.toJSONSchema(KINDS[kind].schema, { io: 'input', unrepresentable: 'any' })) as object;
    // Symbols of a classification are codes, though their schema is no list of them.
    const shown = { ...profile, classifications: ['A01G'], status: 'active', consent: { matching: true }, private: [] };
    const offer = { kind, profile: shown as unknown as Profile, hubs: null };
    expect(JSON.stringify(releaseCard(OPEN, 'r', { ...offer, releaseText: true }))).toContain(SECRET);
    const { name, ...card } = releaseCard(OPEN, 'r', { ...offer, releaseText: false }) as ExchangeCard;
    expect(name).toBe(SECRET);
    expect(JSON.stringify(card)).not.toContain(SECRET);
  });

  test('of a laboratory with the last day of its accreditation, and by whom where that is a name we know', () => {
    const released = (accreditation: object) => {
      const profile = { name: 'L', about: 'Sınaq', status: 'active', consent: { matching: true }, accreditation };
      const offer = { kind: 'lab', profile: profile as unknown as Profile, hubs: null, releaseText: false } as const;
      return (releaseCard(OPEN, 'r', offer) as { accreditation?: object }).accreditation;
    };
    const validUntil = '2028-05-31';
    expect(released({ body: 'turkak', number: 'AB-1', validUntil })).toEqual({ body: 'TÜRKAK', validUntil });
    expect(released({ body: 'НЦА' })).toEqual({ body: 'NCA' });
    expect(released({ body: 'Our neighbour', number: 'AB-1', validUntil })).toEqual({ body: '—', validUntil });
    expect(released({ body: 'Our neighbour', number: 'AB-1' })).toBeUndefined();
  });

  test('without what the policy keeps, and without what the owner keeps', async () => {
    const [home, receiver] = await offered({}, { ...WHOLE, private: ['stage', 'team'] });
    await setPolicy(home.id, { enabled: true, cardFields: { startup: ['pitch', 'stage', 'team', 'country'] } });
    const [found] = await cardsIn(receiver);
    expect(found?.card).toEqual({ name: WHOLE.name, pitch: WHOLE.pitch, country: 'KZ' });
  });

  test('under an id that says nothing of the profile, and that stays over withdrawal and new consent', async () => {
    const [home, receiver, id] = await offered();
    const index = () => hubIndex({ db: db(), cache: bindings.CACHE }, receiver, MODEL, () => undefined);
    const idOf = async () => [...(await index()).all('startup')].map(({ profile }) => profile.id);
    const [first] = await idOf();
    expect(first).toMatch(/^~[0-9A-Za-z]{22}$/);
    await call('DELETE', `/v1/startups/agri-17/consents/${id}`, { key: home.key });
    expect(await idOf()).toEqual([]);
    await consent(home, 'startup', 'agri-17');
    expect(await idOf()).toEqual([first]);
    expect(await resolveCard(db(), receiver, 'startup', first!)).toEqual({
      hubId: home.id,
      kind: 'startup',
      id: 'agri-17',
    });
    expect(await resolveCard(db(), receiver, 'investor', first!)).toBeUndefined();
  });
});

describe('no card', () => {
  test('without a consent, to a hub that it does not name, and after one that names no longer', async () => {
    const [home, receiver] = await partners();
    await putCheap(home.id, 'startup', 'a', STARTUP);
    expect(await namesIn(receiver)).toEqual([]);
    await consent(home, 'startup', 'a', { hubs: ['another-hub'] });
    expect(await namesIn(receiver)).toEqual([]);
    await consent(home, 'startup', 'a', { hubs: ['another-hub', receiver.id] });
    expect(await namesIn(receiver)).toEqual([STARTUP.name]);
    await consent(home, 'startup', 'a', { hubs: ['another-hub'] });
    expect(await namesIn(receiver)).toEqual([]);
  });

  const ends: [string, (home: ExchangeHub, receiver: ExchangeHub, consentId: string) => Promise<unknown>][] = [
    ['the consent is withdrawn', (home, _, id) => call('DELETE', `/v1/startups/agri-17/consents/${id}`, home)],
    ['the profile is paused', (home) => putCheap(home.id, 'startup', 'agri-17', { ...WHOLE, status: 'paused' })],
    [
      'the owner no longer agrees to be shown',
      (home) => putCheap(home.id, 'startup', 'agri-17', { ...WHOLE, consent: { matching: false } }),
    ],
    ['the profile is erased', (home) => call('DELETE', '/v1/startups/agri-17', home)],
    ['the hub leaves the exchange', (home) => setPolicy(home.id, { enabled: false })],
    ['the corridor is closed', (_, receiver) => call('DELETE', '/v1/corridors/subscriptions/KZ', receiver)],
    [
      'the agreement is ended',
      async (home, receiver) => {
        const { json } = await call('GET', '/v1/agreements', receiver);
        await call('DELETE', `/v1/agreements/${json.items[0].id}`, home);
      },
    ],
  ];
  test.each(ends)('when %s: by the next read, in the index and on the way to it', async (_, end) => {
    const [home, receiver, id] = await offered();
    const index = await hubIndex({ db: db(), cache: bindings.CACHE }, receiver, MODEL, () => undefined);
    const [entry] = [...index.all('startup')];
    const ref = { kind: 'startup', id: entry!.profile.id } as const;
    const path = `/v1/exchange/startups/${ref.id}`;
    const { status, json } = await call('GET', path, receiver);
    expect(status).toBe(200);
    expect(exchangedSchema.safeParse(json).error).toBeUndefined();

    await end(home, receiver, id);
    expect((await exchangeCards(db(), receiver, [ref])).size).toBe(0);
    expect(await resolveCard(db(), receiver, 'startup', ref.id)).toBeUndefined();
    expect((await call('GET', path, receiver)).status).toBe(404);
    expect(await namesIn(receiver)).toEqual([]);
  });

  test('outside the filters of every agreement; a country that is hidden counts as that of the hub', async () => {
    const [home, receiver] = [await exchangeHub('KZ'), await exchangeHub('AZ')];
    await openCorridor(receiver, 'KZ');
    await agree(home, receiver, { countries: ['KG'], kinds: ['startup'] });
    const put = async (name: string, profile: object) => {
      await putCheap(home.id, 'startup', name, { ...STARTUP, name, ...profile });
      await consent(home, 'startup', name);
    };
    await put('in', { country: 'KG' });
    await put('out', { country: 'KZ' });
    await put('hidden', { country: 'KG', private: ['country'] });
    await putCheap(home.id, 'investor', 'fund', { ...INVESTOR, country: 'KG' });
    await consent(home, 'investor', 'fund');
    expect(await namesIn(receiver)).toEqual(['in']);
    await agree(receiver, home, { kinds: ['investor'] });
    expect(await namesIn(receiver)).toEqual([INVESTOR.name, 'in'].sort());
  });
});

describe('match lists', () => {
  test('hold the cards of partners, marked, and tell nothing of the hub behind them', async () => {
    const [home, receiver] = await offered({ releaseText: false }, { ...WHOLE, private: ['raise'] });
    await putCheap(receiver.id, 'investor', 'soil', INVESTOR);
    for (const query of ['?explain=az', '?explain=az&include=rejected']) {
      const { status, json, text } = await call('GET', `/v1/investors/soil/matches${query}`, receiver);
      expect(status).toBe(200);
      expect(json.matches).toMatchObject([{ home: { hub: home.id, country: 'KZ' }, card: { name: WHOLE.name } }]);
      expect(json.matches[0].id).toMatch(/^~/);
      for (const secret of ['gizli', 'agri-17', WHOLE.pitch.slice(0, 20), '300000', '"raise"'])
        expect(text, secret).not.toContain(secret);
    }
  });

  test('keep out by the card alone: a near miss says nothing of what is hidden', async () => {
    const [, receiver] = await offered({}, { ...WHOLE, stage: 'growth', private: ['raise'] });
    await putCheap(receiver.id, 'investor', 'soil', { ...INVESTOR, ticket: { min: 9e6, currency: 'USD' } });
    const { json, text } = await call('GET', '/v1/investors/soil/matches?explain=az&include=rejected', receiver);
    expect(json.matches).toEqual([]);
    expect(json.rejected).toMatchObject([{ home: { country: 'KZ' }, card: { stage: 'growth' } }]);
    const failed = json.rejected[0].gates.filter(({ outcome }: { outcome: string }) => outcome === 'fail');
    expect(failed.map(({ gate }: { gate: string }) => gate)).toEqual(['stage']);
    expect(text).not.toMatch(/300[.,\s]?000|gizli@|agri-17/);
  });
});
