import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { MODEL } from '@kopru/model/workerd';
import { createApp } from '../../src/app.ts';
import type { Bindings } from '../../src/env.ts';
import { chooseSpaces, syncVectors } from '../../src/vectorize/job.ts';
import { METADATA_INDEXES } from '../../src/vectorize/layout.ts';
import { bindings } from '../bindings.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** A deployment that has Vectorize, as production has. */
export interface Deployment {
  readonly vectors: StandIn;
  readonly env: Bindings;
  /** Sends a request to it. */
  readonly call: (method: string, path: string, key: string, body?: unknown) => Promise<Answer>;
  /** Runs the job that brings writes into Vectorize. Answers the jobs that it rang for. */
  readonly sync: (at?: Date) => Promise<string[]>;
  /** Decides where lists are made, with these bounds. */
  readonly choose: (grown: number, shrunk?: number) => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the tests are about
  readonly json: any;
}

const app = createApp();

export function deployment(more: Partial<Parameters<typeof standIn>[0]> = {}): Deployment {
  const vectors = standIn({ dimensions: MODEL.dimensions, metadataIndexes: METADATA_INDEXES, ...more });
  const env = { ...bindings, VECTORS: vectors } as Bindings;
  return {
    vectors,
    env,
    call: (...request) => callIn(env, ...request),
    async sync(at = new Date()) {
      const rung: string[] = [];
      const JOBS = { send: async ({ job }: { job: string }) => void rung.push(job) } as unknown as Bindings['JOBS'];
      await syncVectors.run({ env: { ...env, JOBS }, db: env.DB.withSession('first-primary'), now: at });
      return rung;
    },
    choose: (grown, shrunk = grown) => chooseSpaces(env.DB.withSession('first-primary'), { grown, shrunk }),
  };
}

/** The same request to the Worker as any environment has it. */
export async function callIn(
  env: Bindings,
  method: string,
  path: string,
  key: string,
  body?: unknown,
): Promise<Answer> {
  const init: RequestInit = { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const context = createExecutionContext();
  const response = await app.fetch(new Request(`https://kopru.test${path}`, init), env, context as never);
  const text = await response.text();
  await waitOnExecutionContext(context);
  return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
}
