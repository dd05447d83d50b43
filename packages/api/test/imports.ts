import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { beforeEach, expect } from 'vitest';
import { runImports } from '../src/imports/run/run.ts';
import { bindings } from './bindings.ts';
import { call, newHub, STARTUP } from './hub.ts';

export const embedder = hashEmbedder();
export const model = { id: embedder.id, load: async () => embedder };
export const context = () => ({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date() });

/** Runs until nothing is left. */
export const run = async () => {
  while (await runImports(context(), model));
};

/** A hub of its own for each test. */
export let hub: { id: string; key: string };
export const newHubForEach = () =>
  beforeEach(async () => {
    hub = await newHub();
  });

export const line = (id: string, profile: unknown = STARTUP) => JSON.stringify({ id, profile });
export const upload = (
  body: string | Uint8Array,
  { type = 'application/x-ndjson', query = '', key = hub.key, idempotencyKey }: Partial<Record<string, string>> = {},
) =>
  call('POST', `/v1/imports?kind=startup${query}`, {
    key: key as string,
    body,
    headers: { 'content-type': type as string, ...(idempotencyKey && { 'idempotency-key': idempotencyKey }) },
  });
export const csv = (body: string | Uint8Array, query = '') => upload(body, { type: 'text/csv', query });
export const get = (path: string, key = hub.key) => call('GET', path, { key });
export const report = async (id: string) =>
  (await get(`/v1/imports/${id}/report`)).text
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));

/** Uploads, runs, and answers the import as it is then. */
export async function importAll(uploaded: Promise<{ status: number; json: { id: string } }>) {
  const { status, json } = await uploaded;
  expect(status).toBe(202);
  await run();
  return (await get(`/v1/imports/${json.id}`)).json;
}
