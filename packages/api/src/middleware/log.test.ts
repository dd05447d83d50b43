import { createExecutionContext } from 'cloudflare:test';
import { afterEach, expect, test, vi } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { newHub, STARTUP } from '../../test/hub.ts';
import worker from '../index.ts';

afterEach(() => vi.restoreAllMocks());

test('a request leaves one line and one data point, which name no key, id, contact or text', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  const points: unknown[] = [];
  const METRICS = { writeDataPoint: (point?: unknown) => void points.push(point) };
  const hub = await newHub();
  const request = new Request('https://kopru.test/v1/startups/a-person?q=somebody', {
    method: 'PUT',
    headers: { authorization: `Bearer ${hub.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(STARTUP),
  });
  const response = await worker.fetch(
    request,
    { ...bindings, KOPRU_LOG: 'requests', METRICS },
    createExecutionContext(),
  );
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      level: 'info',
      requestId: response.headers.get('request-id'),
      route: '/v1/startups/:id',
      method: 'PUT',
      status: response.status,
      hub: hub.id,
    },
  ]);
  expect(points).toMatchObject([{ indexes: [hub.id], blobs: ['/v1/startups/:id', 'PUT', String(response.status)] }]);
  for (const secret of [
    hub.key,
    'a-person',
    'somebody',
    STARTUP.contact.email,
    STARTUP.name,
    STARTUP.pitch.slice(0, 20),
  ])
    expect(lines.join() + JSON.stringify(points)).not.toContain(secret);
});
