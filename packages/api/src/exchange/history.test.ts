import { soughtBy } from '@kopru/sdk/engine';
import { KIND_NAMES, KINDS, type Kind } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import {
  CONSENT,
  type ExchangeHub,
  exchangeHub,
  openCorridor,
  putAllCheap,
  putCheap,
  setPolicy,
} from '../../test/exchange.ts';
import { ExchangeModel } from '../../test/exchange-model.ts';
import { call } from '../../test/hub.ts';

/** How many histories are drawn. `VITE_HISTORIES=1000` makes a long run of it. */
const { VITE_HISTORIES = 12 } = (import.meta as unknown as { env: { VITE_HISTORIES?: string } }).env;
const HISTORIES = Number(VITE_HISTORIES);

const COUNTRIES = ['KZ', 'AZ', 'UZ', 'TR', 'KZ'];
const FIELDS = [
  'country',
  'stage',
  'stages',
  'sectors',
  'team',
  'pitch',
  'thesis',
  'about',
  'skills',
  'roles',
  'types',
  'leadTimeDays',
  'scope',
  'test',
  'calls',
  'owner',
  'licence',
  'offeredIn',
  'price',
  'lang',
];

const hub = fc.nat(COUNTRIES.length - 1);
const kind = fc.constantFrom(...KIND_NAMES);
const country = fc.constantFrom('KZ', 'AZ', 'UZ', 'TR');
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

const step = fc.oneof(
  { arbitrary: fc.record({ act: fc.constant('read'), hub, kind }), weight: 3 },
  {
    arbitrary: fc.record({
      act: fc.constant('consent'),
      hub,
      kind,
      hubs: fc.oneof(fc.constant('all'), some([0, 1, 2, 3, 4])),
      releaseText: fc.boolean(),
    }),
    weight: 2,
  },
  fc.record({ act: fc.constant('withdraw'), hub, kind }),
  {
    arbitrary: fc.record({
      act: fc.constant('write'),
      hub,
      kind,
      status: fc.constantFrom('active', 'active', 'paused'),
      country: fc.option(country),
      hide: fc.subarray(['country', 'sectors', 'text']),
    }),
    weight: 2,
  },
  fc.record({ act: fc.constant('erase'), hub, kind }),
  fc.record({ act: fc.constant('policy'), hub, enabled: fc.boolean(), fields: fc.subarray(FIELDS) }),
  fc.record({
    act: fc.constant('propose'),
    hub,
    partner: hub,
    kinds: fc.option(some(KIND_NAMES)),
    countries: fc.option(some(['KZ', 'AZ', 'UZ'])),
  }),
  { arbitrary: fc.record({ act: fc.constant('accept'), hub, which: fc.nat() }), weight: 2 },
  fc.record({ act: fc.constant('end'), hub, which: fc.nat() }),
  fc.record({ act: fc.constant('open'), hub, country }),
  fc.record({ act: fc.constant('close'), hub, country }),
) as fc.Arbitrary<Step>;

interface Step {
  act: string;
  hub: number;
  kind: Kind;
  hubs: 'all' | number[];
  releaseText: boolean;
  status: string;
  country: string | null;
  hide: string[];
  enabled: boolean;
  fields: string[];
  partner: number;
  kinds: Kind[] | null;
  countries: string[] | null;
  which: number;
}

/** The profile that a hub offers. What must never be seen has a mark of its own. */
function profileOf(home: number, kind: Kind, { status, country, hide }: Pick<Step, 'status' | 'country' | 'hide'>) {
  const mark = (what: string) => `${what}-mark-${home}-${kind}`;
  const { text } = KINDS[kind];
  return {
    name: `${kind} of hub ${home}`,
    lang: 'az',
    [text]: `Suvarma üçün torpaq ölçürük. ${mark('text')}.`,
    sectors: ['irrigation', mark('sector')],
    ...(country && { country }),
    ...{
      startup: { stage: 'seed', team: { size: 7, summary: mark('team') } },
      investor: { stages: ['seed'], excludedSectors: ['mining'] },
      expert: { roles: ['engineer'], skills: [mark('team')] },
      need: { types: ['testing'], test: { item: mark('team') } },
      lab: { leadTimeDays: 9, scope: [{ item: mark('team') }] },
      programme: { stages: ['seed'], calls: [{ name: mark('team'), closesOn: '2099-12-31' }] },
      offer: { offeredIn: ['ots'], price: mark('team') },
      patent: { owner: mark('team'), licence: { type: 'either', price: mark('team') } },
    }[kind],
    contact: { email: `${mark('contact')}@example.org` },
    consent: { matching: true },
    status,
    private: hide.map((field) => (field === 'text' ? text : field)),
  };
}
const MARKS = ['text', 'sector', 'team', 'contact', 'id'];

/** Who reads the lists: without limits, so that it is matched with every card there is, and shown to nobody. */
const READERS = KIND_NAMES.map((kind): [Kind, string, object] => {
  const sectors = kind === 'startup' ? { sectors: ['irrigation'] } : {};
  return [kind, 'reader', { name: 'r', lang: 'az', [KINDS[kind].text]: 'Suvarma.', ...sectors }];
});

/** Of these fields those that each kind has. */
const cardFields = (fields: readonly string[]) =>
  Object.fromEntries(KIND_NAMES.map((kind) => [kind, fields.filter((field) => field in KINDS[kind].schema.shape)]));

/** The five hubs, and what the model says of them. */
class World {
  readonly model = new ExchangeModel(COUNTRIES, { enabled: true, fields: FIELDS });
  readonly agreements: string[] = [];
  readonly consents = new Map<string, string>();
  readonly hubs: ExchangeHub[] = [];
  seen = 0;
  entered = 0;
  #reads = 0;

  /** Five hubs that offer all they have: each has an agreement with the next, some for their countries alone, and takes cards from everywhere. */
  static async create(): Promise<World> {
    const world = new World();
    const { model, hubs, agreements } = world;
    for (const country of COUNTRIES) hubs.push(await exchangeHub(country, { cardFields: cardFields(FIELDS) }));
    const at = new Date().toISOString();
    await bindings.DB.batch(
      hubs.flatMap(({ id }, i) => {
        const next = (i + 1) % hubs.length;
        agreements.push(`agr_${id}`);
        const countries = i % 2 === 1 ? [COUNTRIES[i] as string, COUNTRIES[next] as string] : undefined;
        model.agreements.push({ between: [i, next], kinds: undefined, countries, state: 'accepted' });
        for (const from of COUNTRIES) model.corridors.add(`${i} ${from}`);
        return [
          bindings.DB.prepare(
            `INSERT INTO agreements (id, proposer, partner, countries, proposed_at, accepted_at, accepted_by)
             VALUES (?1, ?2, ?3, ?5, ?4, ?4, ?3)`,
          ).bind(`agr_${id}`, id, world.#id(next), at, countries ? JSON.stringify(countries) : null),
          bindings.DB.prepare(
            `INSERT INTO corridor_subscriptions (hub_id, country, created_at)
             SELECT DISTINCT ?, value, ? FROM json_each(?)`,
          ).bind(id, at, JSON.stringify(COUNTRIES)),
        ];
      }),
    );
    for (const home of hubs.keys()) {
      await putAllCheap(world.#id(home), READERS);
      for (const kind of KIND_NAMES) {
        const country = COUNTRIES[home] as string;
        await world.take({ act: 'write', hub: home, kind, status: 'active', country, hide: [] });
        await world.take({ act: 'consent', hub: home, kind, hubs: 'all', releaseText: kind === 'startup' });
      }
    }
    return world;
  }

  readonly #id = (hub: number) => (this.hubs[hub] as ExchangeHub).id;

  /** Takes a step in the API and in the model. A step that is not possible is refused, or not taken, in both. */
  async take(drawn: Partial<Step>): Promise<void> {
    const s = drawn as Step;
    const { model, hubs, agreements } = this;
    const { id, key } = hubs[s.hub] as ExchangeHub;
    const send = async (method: string, path: string, body?: object) => {
      const answer = await call(method, path, { key, ...(body && { body }) });
      expect(answer.status, `${method} ${path} ${answer.text}`).toBeLessThan(500);
      return answer;
    };
    const at = `${s.hub} ${s.kind}`;
    const path = s.kind && `/v1/${KINDS[s.kind].path}/offered-mark`;
    const profile = model.profiles.get(at);
    switch (s.act) {
      case 'read':
        return this.check(s.hub, s.kind);
      case 'consent': {
        const named = s.hubs === 'all' ? 'all' : s.hubs.map(this.#id);
        const { status, json } = await send('POST', `${path}/consents`, {
          ...CONSENT,
          hubs: named,
          releaseText: s.releaseText,
        });
        expect(status).toBe(profile ? 201 : 404);
        if (!profile) return;
        profile.consent = { hubs: s.hubs, releaseText: s.releaseText };
        this.consents.set(at, json.id);
        return;
      }
      case 'withdraw':
        if (!profile?.consent) return;
        await send('DELETE', `${path}/consents/${this.consents.get(at)}`);
        profile.consent = undefined;
        return;
      case 'write': {
        const body = profileOf(s.hub, s.kind, s);
        await putCheap(id, s.kind, 'offered-mark', body);
        model.profiles.set(at, { body, consent: profile?.consent });
        return;
      }
      case 'erase':
        await send('DELETE', path);
        model.profiles.delete(at);
        return;
      case 'policy': {
        await setPolicy(id, { enabled: s.enabled, cardFields: cardFields(s.fields) });
        model.policies[s.hub] = { enabled: s.enabled, fields: s.fields };
        return;
      }
      case 'propose': {
        const { status, json } = await send('POST', '/v1/agreements', {
          partner: this.#id(s.partner),
          ...(s.kinds && { kinds: s.kinds }),
          ...(s.countries && { countries: s.countries }),
        });
        if (status !== 201) return;
        agreements.push(json.id);
        const terms = { kinds: s.kinds ?? undefined, countries: s.countries ?? undefined };
        model.agreements.push({ between: [s.hub, s.partner], ...terms, state: 'proposed' });
        return;
      }
      case 'accept':
      case 'end': {
        const which = s.which % agreements.length;
        const agreement = model.agreements[which] as ExchangeModel['agreements'][number];
        if (s.act === 'accept') {
          await send('POST', `/v1/agreements/${agreements[which]}/accept`);
          if (agreement.between[1] === s.hub && agreement.state === 'proposed') agreement.state = 'accepted';
        } else {
          await send('DELETE', `/v1/agreements/${agreements[which]}`);
          if (agreement.between.includes(s.hub)) agreement.state = 'ended';
        }
        return;
      }
      case 'open':
        await openCorridor(hubs[s.hub] as ExchangeHub, s.country as string);
        model.corridors.add(`${s.hub} ${s.country}`);
        return;
      case 'close':
        await send('DELETE', `/v1/corridors/subscriptions/${s.country}`);
        model.corridors.delete(`${s.hub} ${s.country}`);
    }
  }

  /** Compares a hub's list of a kind with the model: the same cards with the same fields, and nothing else of any other hub. */
  async check(hub: number, kind: Kind): Promise<void> {
    // In turn by every kind that is paired with it.
    const readers = soughtBy(kind);
    const reader = KINDS[readers[this.#reads++ % readers.length] as Kind].path;
    const path = `/v1/${reader}/reader/matches?kind=${kind}&limit=100&explain=az&include=rejected`;
    const { status, json, text } = await call('GET', path, { key: (this.hubs[hub] as ExchangeHub).key });
    expect(status).toBe(200);
    expect(json.rejected).toEqual([]);
    const homeOf = new Map(this.hubs.map(({ id }, i) => [id, i]));
    const foreign = json.matches.filter(({ home }: { home?: object }) => home);
    const found = new Map(
      foreign.map(({ home, card }: { home: { hub: string }; card: object }) => [homeOf.get(home.hub), card]),
    );
    const expected = this.model.cardsFor(hub, kind);
    expect(new Map([...found].sort())).toEqual(expected);
    this.seen += expected.size;

    const own = json.matches.filter(({ home }: { home?: object }) => !home);
    this.#tellsNoMore(hub, text, [...expected.values()], own);
  }

  /** Looks for the marks of other hubs in the entry of a market, which holds cards of many kinds. */
  async checkMarket(hub: number, country: string): Promise<void> {
    const path = `/v1/startups/reader/market-entry?country=${country}&explain=az`;
    const { status, json, text } = await call('GET', path, { key: (this.hubs[hub] as ExchangeHub).key });
    expect(status).toBe(200);
    const matches = json.groups.flatMap((group: { matches: { home?: object; card: object }[] }) => group.matches);
    const cards = soughtBy('startup').flatMap((kind) => [...this.model.cardsFor(hub, kind).values()]);
    const foreign = matches.filter(({ home }: { home?: object }) => home);
    for (const { card } of foreign) expect(cards).toContainEqual(card);
    this.entered += foreign.length;
    const own = matches.filter(({ home }: { home?: object }) => !home);
    this.#tellsNoMore(hub, text, cards, own);
  }

  /** Nothing of any other hub stands in an answer but what is on the cards that the model names. */
  #tellsNoMore(hub: number, text: string, cards: readonly object[], ownMatches: readonly object[]): void {
    const told = JSON.stringify(cards);
    const own = JSON.stringify(ownMatches);
    for (const home of this.hubs.keys()) {
      if (home === hub) continue;
      for (const mark of MARKS.flatMap((what) => KIND_NAMES.map((of) => `${what}-mark-${home}-${of}`)))
        if (!told.includes(mark)) expect(text).not.toContain(mark);
    }
    if (!own.includes('offered-mark')) expect(text).not.toContain('offered-mark');
  }
}

test('in every history of consent, policy, agreement, corridor, pause and erasure each hub sees what a simple model says', async () => {
  let [seen, entered] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const world = await World.create();
      await world.check(0, 'startup');
      for (const drawn of steps) await world.take(drawn);
      for (const hub of world.hubs.keys()) {
        for (const kind of KIND_NAMES) await world.check(hub, kind);
        await world.checkMarket(hub, COUNTRIES[(hub + 1) % COUNTRIES.length] as string);
      }
      seen += world.seen;
      entered += world.entered;
    }),
    { numRuns: HISTORIES, seed: 6, endOnFailure: HISTORIES <= 30 },
  );
  expect(seen).toBeGreaterThan(5 * HISTORIES);
  expect(entered).toBeGreaterThan(HISTORIES);
}, 1_800_000);
