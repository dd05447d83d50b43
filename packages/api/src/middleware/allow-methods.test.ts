import { expect, test } from 'vitest';
import { call, newHub } from '../../test/hub.ts';

test.each([
  ['OPTIONS', '/v1/mails/test', 'POST'],
  ['GET', '/v1/mails/report-secret', 'POST'],
  ['POST', '/v1/mails/mail_1', 'HEAD, GET'],
  ['POST', '/v1/mails/settings', 'HEAD, GET, PUT'],
])('%s %s is told the methods of that very path', async (method, path, allow) => {
  const { key } = await newHub();
  const { status, headers } = await call(method, path, { key, ...(method === 'POST' && { body: {} }) });
  expect(status).toBe(405);
  expect(headers.get('allow')?.split(', ').sort().join(', ')).toBe(allow.split(', ').sort().join(', '));
});
