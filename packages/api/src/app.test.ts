import { describe, expect, test } from 'vitest';
import { call } from '../test/hub.ts';
import production from './index.ts';

test('health needs no key', async () => {
  expect(await call('GET', '/v1/health')).toMatchObject({ status: 200, json: { status: 'ok' } });
});

describe('the OpenAPI document', () => {
  test('is 3.1 and has every route with its schemas and problems', async () => {
    const { json } = await call('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    expect(Object.keys(json.paths).toSorted()).toEqual([
      '/v1/health',
      '/v1/investors/{id}',
      '/v1/investors/{id}/matches',
      '/v1/match',
      '/v1/startups/{id}',
      '/v1/startups/{id}/matches',
    ]);
    for (const name of ['Startup', 'Investor', 'MatchList', 'Problem', 'Issue']) {
      expect(json.components.schemas).toHaveProperty(name);
    }
    expect(json.components.schemas.Startup.additionalProperties).toBe(false);
    expect(Object.keys(json.paths['/v1/startups/{id}'].put.responses).toSorted()).toEqual([
      '200',
      '201',
      '400',
      '401',
      '413',
      '415',
      '422',
    ]);
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
  const paths = production.routes.map(({ path }) => path);
  expect(paths).toContain('/v1/health');
  expect(paths.filter((path) => path.includes('demo'))).toEqual([]);
});
