import { expect, test } from 'vitest';
import { emailKey } from './email-key.ts';

test.each([
  ['Aida.Serikova@Mail.Example', 'aida.serikova@mail.example'],
  ['info@şirket.com.tr', 'info@xn--irket-idb.com.tr'],
  ['info@Қор.қаз', 'info@xn--n1ae5y.xn--80ao21a'],
  ['a+b@sub.example', 'a+b@sub.example'],
])('%s is compared as %s', (email, key) => {
  expect(emailKey(email)).toBe(key);
});

test.each([
  'айда@mail.example',
  'no-at.example',
  '@mail.example',
  'a@localhost',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@mail.example/x',
  'a b@mail.example',
  'a..b@mail.example',
  '"a b"@mail.example',
  `${'a'.repeat(65)}@mail.example`,
  'a@mail.example\r\nBcc: b@mail.example',
])('%s is no address that mail reaches', (email) => {
  expect(emailKey(email)).toBeUndefined();
});
