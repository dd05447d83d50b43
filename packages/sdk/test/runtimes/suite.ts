/**
 * What must hold in every runtime, of the packages as they are built: no test framework, nothing of Node.
 *
 * @module
 */
import { isKopruError, Kopru } from '@kopru/sdk';
import { createMatcher, createVectorIndex } from '@kopru/sdk/engine';
import { embedderConformance, hashEmbedder, vectorIndexConformance } from '@kopru/sdk/engine/conformance';
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { verifyWebhook, WebhookError } from '@kopru/sdk/webhooks';

/** What a runtime is given. */
interface World {
  /** The server of `server.ts`. */
  readonly url: string;
  /** The real model, where the runtime reads files. */
  readonly createEmbedder?: () => Promise<Embedder>;
}

/** What a case came to: `passed`, or what was wrong. */
export type Results = Readonly<Record<string, string>>;

type Case = (world: World) => Promise<void>;

function check(condition: boolean, found: unknown): void {
  if (!condition) throw new Error(`found ${JSON.stringify(found)}`);
}

const clientOf = ({ url }: World): Kopru => new Kopru({ apiKey: 'kopru_sk_test', baseUrl: url });

const ROWS = Array.from({ length: 500 }, (_, i) => ({
  id: `s${i}`,
  profile: { name: `Топырақ ${i}`, pitch: 'Тұздылықты өлшейтін зондтар. '.repeat(5) },
}));

const FUND = { name: 'Muğan Fondu', thesis: 'Torpağın duzluluğunu ölçən zondlar.', consent: { matching: true } };
const STARTUP = { name: 'Topıraq', pitch: 'Toprağın tuzluluğunu ölçen sondalar.', consent: { matching: true } };

async function failing(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

/** The client, webhooks and the engine. */
export const EVERYWHERE: Readonly<Record<string, Case>> = {
  async 'reads what is asked for'(world) {
    const { data, response } = await clientOf(world).hub.get().withResponse();
    check(data.name === 'Köprü' && response.status === 200, data);
  },
  async 'sends a write again when the connection breaks off, under the same idempotency key'(world) {
    const attempts: number[] = [];
    const kopru = new Kopru({ apiKey: 'k', baseUrl: world.url, logger: ({ attempt }) => attempts.push(attempt) });
    const written: unknown = await kopru.startups.upsert('dropped', STARTUP);
    const { keys } = written as { keys: string[] };
    // Chromium sends once more by itself what broke on a connection that it had opened in advance.
    check(keys.length === 3 && new Set(keys).size === 1 && attempts.length >= 2, { keys, attempts });
  },
  async 'reads a list over all its pages'(world) {
    const ids: string[] = [];
    for await (const { id } of clientOf(world).startups.list({ limit: 2 })) ids.push(id);
    check(ids.join() === 'a,b,c', ids);
  },
  async 'tells errors by their code'(world) {
    const error = await failing(clientOf(world).startups.get('missing'));
    check(isKopruError(error, 'not_found') && error.status === 404 && error.requestId === 'req-1', String(error));
  },
  async 'gives up by signal'(world) {
    const signal = AbortSignal.timeout(50);
    const error = await failing(clientOf(world).startups.get('silent', { signal }));
    check(isKopruError(error, 'aborted'), String(error));
  },
  async 'uploads rows'(world) {
    const done = await clientOf(world).imports.create('startup', ROWS);
    check((done as unknown as { rows: number }).rows === ROWS.length, done);
  },
  async 'reads lines as they arrive'(world) {
    const lines: unknown[] = [];
    for await (const issue of clientOf(world).imports.report('imp')) lines.push(issue.line);
    check(lines.join() === '3,7', lines);
  },
  async 'verifies a webhook, and refuses one that was changed'(world) {
    const delivery = (await (await fetch(`${world.url}/delivery`)).json()) as Delivery;
    const { type } = await verifyWebhook(delivery, delivery.secret);
    check(type === 'endpoint.test', type);
    const error = await failing(verifyWebhook({ ...delivery, body: `${delivery.body} ` }, delivery.secret));
    check(error instanceof WebhookError && error.code === 'signature_invalid', String(error));
  },
  async 'matches in the process, and says why in nine languages'() {
    const matcher = createMatcher({ embedder: hashEmbedder() });
    await matcher.add('investor', 'fund', FUND);
    await matcher.add('investor', 'private', { ...FUND, consent: { matching: false } });
    const { matches } = await matcher.match({ kind: 'startup', profile: { ...STARTUP, country: 'KZ' } });
    check(matches.map(({ id }) => id).join() === 'fund', matches);
    const first = matches[0] as (typeof matches)[number];
    const cautions = new Set(
      (['az', 'tr', 'kk', 'ky', 'uz', 'tk', 'hu', 'ru', 'en'] as const).map((locale) =>
        matcher.explain(first, locale).cautions.join(),
      ),
    );
    check(cautions.size === 9, [...cautions]);
  },
  async 'keeps a snapshot'() {
    const matcher = createMatcher({ embedder: hashEmbedder() });
    await matcher.add('investor', 'fund', FUND);
    const other = createMatcher({ embedder: hashEmbedder() });
    other.load(matcher.save());
    check(other.size === 1, other.size);
  },
  async 'passes the suite of embedders and that of indexes'() {
    for (const { name, run } of [
      ...embedderConformance(() => hashEmbedder()),
      ...vectorIndexConformance(createVectorIndex),
    ])
      await run().catch((error) => check(false, `${name}: ${error}`));
  },
};

interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly secret: string;
}

/** What a browser cannot do: it sends streams over HTTP/2 alone, reads no files, and is tested with the model on its own. */
export const WITH_STREAMS: Readonly<Record<string, Case>> = {
  async 'streams rows of a generator, and begins it anew after a fault'(world) {
    let begun = 0;
    async function* rows() {
      begun++;
      yield* ROWS;
    }
    const done: unknown = await clientOf({ url: `${world.url}/once-dropped` }).imports.create('startup', rows);
    check((done as { rows: number }).rows === ROWS.length && begun === 2, { done, begun });
  },
};

/** What takes files: the real model, and the solver. */
export const WITH_FILES: Readonly<Record<string, Case>> = {
  async 'gives the vectors of the real model'({ url, createEmbedder }) {
    const { texts, vectors } = (await (await fetch(`${url}/vectors`)).json()) as {
      texts: string[];
      vectors: number[][];
    };
    const found = (await (await createEmbedder?.())?.embed(texts)) ?? [];
    check(JSON.stringify(found.map((vector) => [...vector])) === JSON.stringify(vectors), 'other vectors');
  },
  async 'plans a demo day'() {
    const matcher = createMatcher({ embedder: hashEmbedder() });
    await matcher.add('investor', 'fund', FUND);
    await matcher.add('startup', 'topyraq', STARTUP);
    const { meetings } = await matcher.assign({
      startups: [{ id: 'topyraq', capacity: 1 }],
      investors: [{ id: 'fund', capacity: 1 }],
      slots: 1,
    });
    check(meetings.length === 1, meetings);
  },
};

/** Runs cases one after another. */
export async function runAll(cases: Readonly<Record<string, Case>>, world: World): Promise<Results> {
  const results: Record<string, string> = {};
  for (const [name, run] of Object.entries(cases)) {
    results[name] = await run(world).then(
      () => 'passed',
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }
  return results;
}
