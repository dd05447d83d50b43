import { beforeAll, expect, test } from 'vitest';
import { ROWS, type Row } from '../../test/access/rows.ts';
import { makeWorld, type World } from '../../test/access/world.ts';
import { OPERATIONS } from '../../test/contract.ts';
import { expectDocumented } from '../../test/documented.ts';
import { call } from '../../test/hub.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test.each(OPERATIONS)('$operationId answers as the document says', async (operation) => {
  const { open, kind = 'startup', sample } = ROWS[operation.operationId] as Row;
  const { path, body, headers } = await sample(world);
  const credentials = open === 'public' ? {} : await world.credentials(open[0] as 'secret', kind);
  const answer = await call(operation.method, path, {
    ...credentials,
    ...(body !== undefined && { body }),
    headers: { ...headers, ...credentials.headers },
  });
  expect(answer.status, answer.text).toBeLessThan(300);
  expectDocumented(operation, answer);
});

test('a write that is sent again is marked as the document says', async () => {
  const { key } = world.own;
  const again = () => call('POST', '/v1/weights/freeze', { key, headers: { 'idempotency-key': 'twice' } });
  await again();
  const answer = await again();
  expect(answer.headers.get('idempotency-replayed')).toBe('true');
  const operation = OPERATIONS.find(({ operationId }) => operationId === 'freeze_weights');
  expectDocumented(operation as (typeof OPERATIONS)[number], answer);
});
