import { expect } from 'vitest';
import { putCheap } from '../exchange.ts';
import { call, INVESTOR, newHub, STARTUP } from '../hub.ts';

export type Hub = { readonly id: string; readonly key: string };

/** A hub with a fund and the two startups of its list. */
export async function market(): Promise<Hub> {
  const hub = await newHub();
  await putCheap(hub.id, 'investor', 'fund', INVESTOR);
  await putCheap(hub.id, 'startup', 'soil', STARTUP);
  await putCheap(hub.id, 'startup', 'water', { ...STARTUP, name: 'Су', pitch: 'Су үнемдейтін құрылғылар.' });
  return hub;
}

/** A feed of the fund. */
export async function feedOf(hub: Hub, options: object = { key: hub.key }, body: object = {}) {
  const answer = await call('POST', '/v1/feeds', {
    body: { kind: 'investor', id: 'fund', locale: 'en', ...body },
    ...options,
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.json as { id: string; urls: Record<'atom' | 'json' | 'calendar', string> };
}

/** Asks for a file as a feed reader does. */
export const read = (url: string, headers: Record<string, string> = {}, method = 'GET') => {
  const { pathname, search } = new URL(url);
  return call(method, pathname + search, { headers });
};
/** The items of a JSON feed. */
export const items = async (url: string) => JSON.parse((await read(url)).text).items as Record<string, string>[];
export const namesIn = async (url: string) => (await items(url)).map(({ title }) => title).sort();
