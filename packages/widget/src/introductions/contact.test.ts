import { expect, test } from 'vitest';
import { mailLink, phoneLink } from './contact.ts';

test('an address and a number become links', () => {
  expect(mailLink('ayla@hub.example')).toBe('mailto:ayla@hub.example');
  expect(phoneLink('+994 (50) 123-45-67')).toBe('tel:+994501234567');
});

test('what could do something else becomes none', () => {
  for (const text of [
    '',
    'ayla',
    'javascript:alert(1)',
    'a@b.example?bcc=c@d.example',
    'a@b.example&cc=x@y.example',
    'a@b@c',
    'a%0a@b.example',
    '"><img>@b.example',
  ])
    expect(mailLink(text), text).toBeUndefined();
  for (const text of ['', '12', '+', 'javascript:1', '555;ext=1', '*31#5551234', '--- ---'])
    expect(phoneLink(text), text).toBeUndefined();
  expect([mailLink(), phoneLink()]).toEqual([undefined, undefined]);
});
