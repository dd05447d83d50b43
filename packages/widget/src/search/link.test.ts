import { expect, test } from 'vitest';
import { linkTo } from './link.ts';

const BASE = 'https://hub.example/search';

test('a pattern leads to a result by its kind and id', () => {
  expect(linkTo('/profiles/{kind}/{id}', { kind: 'startup', id: 'agri-17' }, BASE)).toBe(
    'https://hub.example/profiles/startup/agri-17',
  );
  expect(linkTo('https://other.example/?who={id}', { kind: 'investor', id: 'a b&c/../d' }, BASE)).toBe(
    'https://other.example/?who=a%20b%26c%2F..%2Fd',
  );
});

test('what names no result, or is no address of the web, is no link', () => {
  const result = { kind: 'startup', id: 'x' };
  expect(linkTo('', result, BASE)).toBe(undefined);
  expect(linkTo('/profiles', result, BASE)).toBe(undefined);
  expect(linkTo('javascript:alert("{id}")', result, BASE)).toBe(undefined);
  expect(linkTo('http://[{id}', result, BASE)).toBe(undefined);
  expect(linkTo('{id}', { kind: 'startup', id: 'javascript:alert(1)' }, BASE)).toBe(
    'https://hub.example/javascript%3Aalert(1)',
  );
});
