import { createExecutionContext } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { bindings } from '../test/bindings.ts';
import { call } from '../test/hub.ts';
import production from './index.ts';

test('health needs no key', async () => {
  expect(await call('GET', '/v1/health')).toMatchObject({ status: 200, json: { status: 'ok' } });
});

describe('the OpenAPI document', () => {
  test('is 3.1 and has the schemas of the sdk', async () => {
    const { json } = await call('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    for (const name of ['Startup', 'Investor', 'MatchList', 'Problem', 'Issue']) {
      expect(json.components.schemas).toHaveProperty(name);
    }
    expect(json.components.schemas.Startup.additionalProperties).toBe(false);
  });

  test('refers only to schemas that it holds', async () => {
    const { text, json } = await call('GET', '/openapi.json');
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(json.components.schemas).toHaveProperty(name as string);
    }
  });
});

test('the reference page loads its script from here and nothing from elsewhere', async () => {
  const { status, text } = await call('GET', '/docs');
  expect(status).toBe(200);
  expect(text).toContain('/reference/standalone.js');
  expect(text).not.toMatch(/(src|href)="https?:/);
});

test('the deployed Worker has no demo routes', async () => {
  const context = createExecutionContext();
  const ask = (path: string) => production.fetch(new Request(`https://kopru.test${path}`), bindings, context);
  expect((await ask('/v1/health')).status).toBe(200);
  expect((await ask('/demo/profiles?kind=startup')).status).toBe(404);
});
