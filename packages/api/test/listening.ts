import type { Kind } from '@kopru/sdk/schema';
import { announceMatches } from '../src/announcements/announce.ts';
import { announceMatchesJob } from '../src/announcements/job.ts';
import { findHub, type Hub } from '../src/hubs/store.ts';
import type { Queryable } from '../src/lib/queryable.ts';
import { bindings } from './bindings.ts';
import { call, INVESTOR, STARTUP } from './hub.ts';

/** A good match of STARTUP: the two share their words, so that vectors which know nothing of meaning find them alike. */
export const FITS = { ...INVESTOR, thesis: STARTUP.pitch, sectors: ['irrigation'] };

/** The same fund, kept from STARTUP by its countries. */
export const ELSEWHERE = { ...FITS, countries: ['KG'] };

export const primary = () => bindings.DB.withSession('first-primary');

/** Runs the job that announces matches. Answers the jobs that it rang for. */
export async function runAnnouncing(): Promise<string[]> {
  const rung: string[] = [];
  const JOBS = { send: async ({ job }: { job: string }) => void rung.push(job) } as unknown as typeof bindings.JOBS;
  await announceMatchesJob.run({ env: { ...bindings, JOBS }, db: primary(), now: new Date() });
  return rung;
}

export const hubNow = async ({ id }: { id: string }): Promise<Hub> => (await findHub(primary(), id))!;

/** The run of one hub. */
export const look = async (hub: { id: string }, db: Queryable = primary(), isOver = () => false) =>
  announceMatches(bindings, db, await hubNow(hub), new Date(), isOver);

/** Gives a hub an endpoint. Answers its id. */
export async function listen(hub: { key: string }, events: string[] | null = ['match.created']): Promise<string> {
  const body = { url: 'https://hub.example/', events };
  return (await call('POST', '/v1/webhooks', { key: hub.key, body })).json.id;
}

/** An endpoint, and the run that takes note of what is there. */
export async function begin(hub: { key: string }): Promise<void> {
  await listen(hub);
  await runAnnouncing();
}

interface Told {
  readonly left: { readonly kind: Kind; readonly id: string };
  readonly right: { readonly kind: Kind; readonly id: string };
  readonly score: number;
}

/** The matches that a hub was told of, in their order. */
export async function told({ id }: { id: string }): Promise<Told[]> {
  const { results } = await bindings.DB.prepare(
    "SELECT data FROM events WHERE hub_id = ? AND type = 'match.created' ORDER BY number",
  )
    .bind(id)
    .all<{ data: string }>();
  return results.map(({ data }) => JSON.parse(data));
}

/** Their pairs, in alphabetical order. */
export const toldPairs = async (hub: { id: string }): Promise<string[]> =>
  (await told(hub)).map(({ left, right }) => `${left.kind} ${left.id} ${right.kind} ${right.id}`).sort();

/** What is kept of the pairs of a hub. */
export const pairRows = async ({ id }: { id: string }) =>
  (await bindings.DB.prepare('SELECT * FROM announced_matches WHERE hub_id = ?').bind(id).all()).results;

/** Some profiles of one kind, alike. */
export const many = (count: number, kind: Kind, id: string, input: object): [Kind, string, object][] =>
  Array.from({ length: count }, (_, i) => [kind, `${id}${i}`, input]);
