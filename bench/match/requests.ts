import { Agent, get } from 'node:http';

/** What is asked, by its name in the keys: gives the address of the n-th time, and the key it takes. */
export type Targets = Readonly<Record<string, { readonly key?: string; url(n: number): string }>>;

/** Percentiles of milliseconds from asking to the last byte. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Milliseconds of one request. @throws {Error} on an answer that is no success. */
export function ask(url: string, key: string | undefined): Promise<number> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, ...(key && { headers: { authorization: `Bearer ${key}` } }) }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - begin);
        else reject(new Error(`${url} was answered ${response.statusCode}: ${body.slice(0, 300)}`));
      });
    }).on('error', reject);
  });
}

/** How often each target is asked: first uncounted, then in turns, of so many requests at once each. */
const [WARM, ROUNDS, AT_ONCE] = [32, 12, 25];

/**
 * Times of each target, a turn of one after a turn of the other, so that what else the machine does falls on all of
 * them alike.
 *
 * @param concurrency requests under way at any moment of a turn.
 */
export async function timesOf(targets: Targets, concurrency: number): Promise<Record<string, Times>> {
  const found: Record<string, number[]> = {};
  let n = 0;
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, { url, key }] of Object.entries(targets)) {
      const times: number[] = [];
      let left = round < 0 ? WARM : AT_ONCE * (concurrency === 1 ? 1 : 4);
      await Promise.all(
        Array.from({ length: concurrency }, async () => {
          while (left-- > 0) times.push(await ask(url(n++), key));
        }),
      );
      found[name] ??= [];
      if (round >= 0) found[name].push(...times);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, times]) => {
      const sorted = times.sort((a, b) => a - b);
      const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
      return [name, { p50: at(0.5), p99: at(0.99) }];
    }),
  );
}
