import { describe, expect, test } from 'vitest';
import { refusal } from './url.ts';

describe('the URL of an endpoint', () => {
  test.each(['https://hub.example/hook', 'https://hub.example:443/x?y=1', 'https://xn--kpr-1na8c.example.com./'])(
    'may be %s',
    (url) => expect(refusal(url, false)).toBeUndefined(),
  );

  test.each([
    ['http://hub.example/', 'must begin with https://'],
    ['ftp://hub.example/', 'must begin with https://'],
    ['https://hub.example:8443/', 'must use port 443'],
    ['https://user:pass@hub.example/', 'must hold no user name or password'],
    ['https://127.0.0.1/', 'must name a host, not an address'],
    ['https://2130706433/', 'must name a host, not an address'],
    ['https://0x7f.1/', 'must name a host, not an address'],
    ['https://0177.0.0.1/', 'must name a host, not an address'],
    ['https://127.1./', 'must name a host, not an address'],
    ['https://[::1]/', 'must name a host, not an address'],
    ['https://[::ffff:10.0.0.1]/', 'must name a host, not an address'],
    ['https://169.254.169.254/latest/meta-data', 'must name a host, not an address'],
    ['https://１２７.0.0.1/', 'must name a host, not an address'],
    ['https://intranet/', 'must name a host with a domain'],
    ['https://localhost/', 'must name a host with a domain'],
    ['https://db.local/', 'must name a public host'],
    ['https://db.LOCAL./', 'must name a public host'],
    ['https://metadata.google.internal/', 'must name a public host'],
    ['https://a.localhost/', 'must name a public host'],
    ['not a url', 'must be a URL'],
  ])('is refused when it is %s', (url, why) => {
    expect(refusal(url, false)).toBe(why);
  });

  test('may be a loopback address in the local environment, and nothing else private', () => {
    for (const url of ['http://localhost:9000/x', 'http://127.0.0.1:1/', 'https://[::1]/', 'http://127.1:80/'])
      expect(refusal(url, true)).toBeUndefined();
    for (const url of [
      'http://10.0.0.1/',
      'https://10.0.0.1/',
      'http://hub.example/',
      'http://localhost.evil.example/',
    ])
      expect(refusal(url, true)).toBeDefined();
  });
});
