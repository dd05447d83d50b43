import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, complaint, exchange, gmail, postfix } from '../../../test/mail-reports.ts';
import { readReport } from './parse.ts';
import { isOfAddress } from './report.ts';

const read = (text: string) => readReport(new TextEncoder().encode(text));
const OURS = { messageId: '<mail_0123456789abcdef0123456789abcdef@kopru.example>' };
const NAME = OURS.messageId.slice(1, -1);

describe('a bounce', () => {
  test.each([
    ['Postfix', postfix, '5.1.1'],
    ['Exchange', exchange, '5.1.10'],
    ['Gmail', gmail, '5.1.1'],
  ] as const)('of %s names the mail and the status', async (_, write, status) => {
    const report = { type: 'bounced', names: [NAME], isPermanent: true, reason: status };
    expect(await read(write(OURS))).toEqual(report);
    expect(await read(write(OURS).replaceAll('\r\n', '\n'))).toEqual(report);
  });

  test.each(['4.2.2', '5.2.2', '5.7.1', '5.1.8', '5.6.0'])(
    'with the status %s is not of the address',
    async (status) => {
      expect(await read(postfix({ ...OURS, status }))).toMatchObject({ isPermanent: false, reason: status });
    },
  );

  test('without a status that can be read is not of the address', async () => {
    expect(await read(postfix({ ...OURS, status: 'no' }))).toMatchObject({ isPermanent: false, reason: undefined });
  });

  test.each(['delayed', 'delivered', 'relayed', 'expanded'])('is none while the mail is %s', async (action) => {
    expect(await read(postfix({ ...OURS, action, status: '4.4.1' }))).toBeUndefined();
    expect(await read(gmail({ ...OURS, action, status: '2.0.0' }))).toBeUndefined();
  });
});

test.each([
  ['abuse', 'complained'],
  ['fraud', 'complained'],
  ['not-spam', undefined],
  ['auth-failure', undefined],
])('feedback of the type %s is: %s', async (type, kind) => {
  expect((await read(complaint(OURS, type)))?.type).toBe(kind);
});

test('an automatic reply is no report, whatever it quotes', async () => {
  expect(await read(away(OURS))).toBeUndefined();
});

test('a report without the mail that came back names none', async () => {
  const whole = gmail(OURS);
  const cut = whole.slice(0, whole.indexOf('Content-Type: message/rfc822'));
  expect(await read(cut)).toMatchObject({ type: 'bounced', names: [] });
});

test('which statuses are of the address', () => {
  for (const status of ['5.0.0', '5.1.0', '5.1.1', '5.1.2', '5.1.10', '5.2.1', '5.4.4', '5.4.310'])
    expect(isOfAddress(status), status).toBe(true);
  for (const status of ['4.1.1', '5.1.7', '5.1.8', '5.2.2', '5.3.4', '5.4.1', '5.7.1', '5.7.26', '2.1.1'])
    expect(isOfAddress(status), status).toBe(false);
});

test('whatever comes is read or refused, and names at most five mails, by ids as ours', async () => {
  const junk = fc.string({ unit: 'binary', maxLength: 300 });
  const parts = fc.constantFrom(
    'Content-Type: multipart/report; boundary=b\r\n',
    'Content-Type: message/delivery-status\r\n',
    'Content-Type: message/rfc822\r\n',
    '\r\n--b\r\n',
    '\r\n',
    '--b--',
    'Action: failed\r\nStatus: 5.1.1\r\n',
    `Message-ID: ${OURS.messageId}\r\n`,
    `References: ${Array.from({ length: 40 }, (_, i) => `<mail_${i}@b>`).join(' ')}\r\n`,
    `In-Reply-To: ${'x'.repeat(2000)}@a\r\n`,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(parts, junk), { maxLength: 12 }), async (pieces) => {
      const report = await read(pieces.join('')).catch(() => undefined);
      expect(report?.names.length ?? 0).toBeLessThanOrEqual(5);
      for (const name of report?.names ?? []) expect(name).toMatch(/^mail_[\w-]{1,64}@\S*$/);
    }),
  );
});

test('a mail of a thousand levels, or of nothing but headers, is refused', async () => {
  let deep = '';
  for (let i = 0; i < 1000; i++) deep += `Content-Type: multipart/report; boundary=b${i}\r\n\r\n--b${i}\r\n`;
  await expect(read(deep)).rejects.toThrow();
  await expect(read(`Content-Type: multipart/report\r\n${'X-A: b\r\n'.repeat(50_000)}\r\n`)).rejects.toThrow();
});
