import { KINDS, SCOPES } from '@kopru/sdk/schema';
import { beforeAll, expect, test } from 'vitest';
import { exampleOf, OPERATIONS, type Operation } from '../../test/contract.ts';
import { expectDocumented } from '../../test/documented.ts';
import { call, newHub, SAMPLES } from '../../test/hub.ts';
import { keyWith, ORIGIN, operatorKey, publishableKey } from '../../test/viewer.ts';

/** Ids that the examples name. */
const PROFILES = [
  ['startup', 'agri-17'],
  ['startup', 'agri-18'],
  ['investor', 'fund-3'],
  ['investor', 'fund-5'],
  ['investor', 'agri-17'],
  ['expert', 'agri-17'],
  ['need', 'agri-17'],
  ['lab', 'agri-17'],
  ['programme', 'agri-17'],
  ['patent', 'agri-17'],
  ['offer', 'agri-17'],
] as const;

/** Paths of things whose ids we give: an example names nothing that is there. */
const GIVEN_ID =
  /^\/v1\/(agreements|applications|blocks|exchange\/\w+|feeds|imports|introductions|keys|mails|operator-keys|plans|subscriptions|suppressions|webhooks)\/\{|\{consentId\}/;

/** What is made comes before what reads it, and what is deleted goes last. */
const ORDER = ['PUT', 'POST', 'PATCH', 'GET', 'DELETE'];
const IN_ORDER = OPERATIONS.toSorted((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method));

let hub: { id: string; key: string };
beforeAll(async () => {
  hub = await newHub();
  await call('PATCH', '/v1/hub', {
    key: hub.key,
    body: { country: 'KZ', settings: { anonymousSearch: { enabled: true } } },
  });
  for (const [kind, id] of PROFILES)
    await call('PUT', `/v1/${KINDS[kind].path}/${id}`, { key: hub.key, body: SAMPLES[kind] });
});

async function credentials({ security = [] }: Operation): Promise<Parameters<typeof call>[2]> {
  const schemes = security.flatMap(Object.keys);
  if (schemes.includes('secretKey')) return { key: await keyWith(hub.id, SCOPES) };
  if (schemes.includes('operatorKey')) return { key: await operatorKey() };
  return schemes.length > 0 ? { key: await publishableKey(hub.id), headers: { origin: ORIGIN } } : {};
}

test.each(IN_ORDER)('the example of $operationId is answered as the document says', async (operation) => {
  // No header: an entity tag is of the state that was read, and an Idempotency-Key is of one request. And
  // no cursor, which is of the page before.
  const given = operation.parameters.filter((parameter) => parameter.in !== 'header' && parameter.name !== 'cursor');
  const values = (place: string) =>
    given.filter((parameter) => parameter.in === place).map((p) => [p.name, String(exampleOf(p))] as const);
  const path = values('path').reduce((text, [name, value]) => text.replace(`{${name}}`, value), operation.path);
  const query = new URLSearchParams(values('query').map(([name, value]) => [name, value]));
  const own = await credentials(operation);

  for (const [type, media] of Object.entries(operation.requestBody?.content ?? { none: undefined })) {
    const isCsv = type === 'text/csv';
    const answer = await call(operation.method, `${path}?${query}`, {
      ...own,
      ...(media && { body: isCsv ? exampleOf(media) : JSON.stringify(exampleOf(media)) }),
      headers: { ...own?.headers, ...(media && { 'content-type': type }) },
    });
    expectDocumented(operation, answer);
    if (GIVEN_ID.test(operation.path)) expect(answer.status, answer.text).toBe(404);
    else expect(answer.status, answer.text).toBeLessThan(300);
  }
});
