import { MODEL } from '@kopru/model/workerd';
import { embedProfiles, normaliseProfile } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind, Profile } from '@kopru/sdk/schema';
import { KINDS } from '@kopru/sdk/schema';
import { expect } from 'vitest';
import { writeStatements } from '../src/profiles/write-store.ts';
import { bindings } from './bindings.ts';
import { call, newHub } from './hub.ts';

export interface ExchangeHub {
  readonly id: string;
  readonly key: string;
  readonly country: string;
}

/** A hub of a country that takes part in the exchange. */
export async function exchangeHub(country: string, exchange: object = {}): Promise<ExchangeHub> {
  const hub = await newHub();
  await bindings.DB.prepare('UPDATE hubs SET country = ? WHERE id = ?').bind(country, hub.id).run();
  await setPolicy(hub.id, { enabled: true, ...exchange });
  return { ...hub, country };
}

/** Sets what a hub lets out, as its settings route does. */
export async function setPolicy(hubId: string, exchange: object): Promise<void> {
  await bindings.DB.prepare(
    "UPDATE hubs SET settings = json_set(settings, '$.exchange', json(?)), sequence = sequence + 1 WHERE id = ?",
  )
    .bind(JSON.stringify(exchange), hubId)
    .run();
}

/** An accepted agreement of two hubs. Answers its id. */
export async function agree(a: ExchangeHub, b: ExchangeHub, terms: object = {}): Promise<string> {
  const { json } = await call('POST', '/v1/agreements', { key: a.key, body: { partner: b.id, ...terms } });
  const accepted = await call('POST', `/v1/agreements/${json.id}/accept`, { key: b.key });
  expect(accepted).toMatchObject({ status: 200, json: { state: 'accepted' } });
  return json.id;
}

/** Lets a hub take cards from a country. */
export const openCorridor = (hub: ExchangeHub, from: string) =>
  call('PUT', `/v1/corridors/subscriptions/${from}`, { key: hub.key });

/** Two hubs that exchange in both directions. */
export async function partners(from = 'KZ', to = 'AZ'): Promise<[ExchangeHub, ExchangeHub]> {
  const [a, b] = [await exchangeHub(from), await exchangeHub(to)];
  await agree(a, b);
  await openCorridor(a, to);
  await openCorridor(b, from);
  return [a, b];
}

export const CONSENT = {
  hubs: 'all',
  releaseText: true,
  text: { version: '2026-11', language: 'kk' },
  givenBy: 'The founder',
  method: 'form',
};

/** Records a consent. Answers its id. */
export async function consent(hub: ExchangeHub, kind: Kind, id: string, options: object = {}): Promise<string> {
  const path = `/v1/${KINDS[kind].path}/${id}/consents`;
  const { status, json } = await call('POST', path, { key: hub.key, body: { ...CONSENT, ...options } });
  expect(status).toBe(201);
  return json.id;
}

const embedder = { ...hashEmbedder(MODEL.dimensions), id: MODEL.id };

/** Stores profiles with vectors that know nothing of meaning, in a fraction of the model's time. */
export async function putAllCheap(hubId: string, profiles: readonly [kind: Kind, id: string, input: object][]) {
  const parsed = profiles.map(([kind, id, input]) => {
    const profile = KINDS[kind].schema.parse(input) as Profile;
    return { body: JSON.stringify(profile), normal: normaliseProfile(kind, id, profile, DEFAULT_RATES) };
  });
  const embedded = await embedProfiles(
    parsed.map(({ normal }) => normal),
    embedder,
  );
  const rows = parsed.map((row, i) => ({ ...row, embedded: embedded[i]! }));
  await bindings.DB.batch(writeStatements(bindings.DB, hubId, { kind: 'job', id: 'test' }, rows, new Date()));
}

/** The same for one profile. */
export const putCheap = (hubId: string, kind: Kind, id: string, input: object) =>
  putAllCheap(hubId, [[kind, id, input]]);
