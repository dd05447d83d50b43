import { createExecutionContext } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call } from '../../test/hub.ts';
import type { Bindings } from '../env.ts';
import worker from '../index.ts';

test('the API is ready when all it needs is there', async () => {
  const checks = { database: 'ok', cache: 'ok', model: 'ok', queue: 'ok' };
  expect(await call('GET', '/v1/ready')).toMatchObject({ status: 200, json: { status: 'ready', checks } });
});

test.each([
  ['database', 'DB'],
  ['cache', 'CACHE'],
  ['model', 'EMBEDDER'],
  ['queue', 'JOBS'],
])('without its %s it is not ready, and says which', async (name, binding) => {
  const env = { ...bindings, [binding]: undefined } as unknown as Bindings;
  const response = await worker.fetch(new Request('https://kopru.test/v1/ready'), env, createExecutionContext());
  const { status, checks } = (await response.json()) as { status: string; checks: Record<string, string> };
  expect([response.status, status]).toEqual([503, 'not_ready']);
  expect(Object.entries(checks).filter(([, check]) => check === 'failed')).toEqual([[name, 'failed']]);
});

test('asked again within seconds it answers what it found, and rings no queue for it', async () => {
  let rings = 0;
  const JOBS = { send: async () => void rings++ };
  const env = { ...bindings, JOBS } as unknown as Bindings;
  const ask = () => worker.fetch(new Request('https://kopru.test/v1/ready'), env, createExecutionContext());
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  expect(rings).toBe(1);
});

test.each(['/v1/ready', '/v1/corridors'])('%s refuses a network that asks too much', async (path) => {
  const env = { ...bindings, READS: { limit: async () => ({ success: false }) } } as unknown as Bindings;
  const response = await worker.fetch(new Request(`https://kopru.test${path}`), env, createExecutionContext());
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
});
