import { MODEL } from '@kopru/model/workerd';
import type { Bindings } from '../env.ts';

type Check = 'ok' | 'failed';

/** One small question to each thing that the API needs. */
const CHECKS: Readonly<Record<string, (env: Bindings) => Promise<unknown>>> = {
  // Fails too when the migrations have not been applied.
  database: async (env) => env.DB.prepare('SELECT count(*) FROM hubs WHERE id IS NULL').first(),
  cache: async (env) => env.CACHE.get('ready'),
  // Whether the embedder has its weights, and those of the model that this code works with.
  model: async (env) => {
    if ((await env.EMBEDDER.model()) !== MODEL.id) throw new Error('the embedder has another model');
  },
  queue: async (env) => {
    // A queue can only be asked by ringing: a ring for a job that has nothing to do costs nothing.
    await env.JOBS.send({ job: 'forget-answers' });
  },
};

/** How long a result is told again, in milliseconds: who asks often must not keep the queue busy. */
const KEPT = 10_000;

/** Of the bindings of this isolate. Results, not promises: one request cannot wait for the work of another. */
const kept = new WeakMap<Bindings, { readonly until: number; readonly checks: Record<string, Check> }>();

/** What the API needs, and whether it answers; or answered within the last ten seconds. */
export async function checkAll(env: Bindings): Promise<Record<string, Check>> {
  const last = kept.get(env);
  if (last && Date.now() < last.until) return last.checks;
  const checks = await askAll(env);
  kept.set(env, { until: Date.now() + KEPT, checks });
  return checks;
}

async function askAll(env: Bindings): Promise<Record<string, Check>> {
  const entries = Object.entries(CHECKS).map(async ([name, ask]) => {
    const check: Check = await ask(env).then(
      () => 'ok' as const,
      () => 'failed' as const,
    );
    return [name, check] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
