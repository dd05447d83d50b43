import type { Scope } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROWS, type Row, type Sample } from '../test/access/rows.ts';
import { type Credentials, MARK, makeWorld, type Who, type World } from '../test/access/world.ts';
import { call } from '../test/hub.ts';

interface Operation {
  readonly operationId: string;
  readonly security?: Record<string, string[]>[];
}

const { json: openapi } = await call('GET', '/openapi.json');
const OPERATIONS = Object.entries(openapi.paths as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

const EVERYBODY: readonly Who[] = ['bootstrap', 'operator', 'secret', 'viewer', 'anonymous'];

let world: World;
let address = 0;
beforeAll(async () => {
  world = await makeWorld();
});

/** From an address of its own, since many refusals from one network are slowed down. */
const send = (method: string, { path, body, headers }: Sample, credentials: Credentials) =>
  call(method, path, {
    ...credentials,
    ...(body !== undefined && { body }),
    headers: { ...headers, ...credentials.headers, 'cf-connecting-ip': `10.${++address >> 8}.${address & 255}.1` },
  });

test('every route of the document has a row, and every row a route', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(OPERATIONS.map(({ operationId }) => operationId).toSorted());
});

describe.each(OPERATIONS)('$method $path', ({ method, operationId, security = [] }) => {
  const row = ROWS[operationId] as Row;
  const { open, kind = 'startup', named, sample } = row;
  // What is refused uses nothing up, so that all refusals are of one request.
  let request: Sample;
  beforeAll(async () => {
    request = await sample(world);
  });
  const others = (who: Who) => open !== 'public' && !open.includes(who);

  if (open === 'public')
    test('needs no key, and takes any', async () => {
      for (const credentials of [{}, ...Object.values(world.worthless)])
        expect((await send(method, request, credentials)).status).toBe(200);
    });

  if (open !== 'public')
    test('is closed without a key that works', async () => {
      for (const [name, credentials] of Object.entries(world.worthless)) {
        const { status, json, text } = await send(method, request, credentials);
        expect({ name, status, code: json?.code }).toEqual({ name, status: 401, code: 'unauthorized' });
        expect(text).not.toContain(MARK);
      }
    });

  if (open !== 'public')
    test('is closed to every other kind of credentials', async () => {
      for (const who of EVERYBODY.filter(others)) {
        const { status, json } = await send(method, request, await world.credentials(who, kind));
        expect({ who, status, code: json?.code }).toEqual({ who, status: 403, code: 'forbidden' });
      }
    });

  const scope = security.flatMap(({ secretKey = [] }) => secretKey)[0] as Scope | undefined;
  if (scope)
    test('is closed to a secret key without its scope', async () => {
      expect(await send(method, request, { key: await world.without(scope as Scope) })).toMatchObject({ status: 403 });
    });

  if (open !== 'public' && (open.includes('secret') || open.includes('viewer')))
    test('shows others nothing of the hub, nor that it is there', async () => {
      const { hub, partner, hubViewer, otherViewer } = await world.others(kind);
      const strangers = {
        ...(open.includes('secret') && { hub, partner }),
        ...(open.includes('viewer') && { hubViewer, otherViewer }),
      };
      // What a request names itself comes back in the answer, and tells nothing.
      const asked = JSON.stringify(request).match(new RegExp(`${MARK}[\\w-]*`, 'g')) ?? [];
      for (const [name, credentials] of Object.entries(strangers)) {
        const answer = await send(method, request, credentials as Credentials);
        expect(answer.status, `${name}: ${answer.text}`).toBeLessThan(500);
        const shown = asked.reduce((text, name) => text.replaceAll(name, ''), answer.text);
        // A viewer of the same hub reads its own in a list, and nothing of the profile that a path names.
        if (named || name !== 'otherViewer') expect(shown, name).not.toContain(MARK);
        if (named) expect({ name, status: answer.status }).toEqual({ name, status: 404 });
      }
    });

  test.each(open === 'public' ? [] : open)('is open to %s', async (who) => {
    const request = await sample(world);
    const { status, text } = await send(method, request, await world.credentials(who, kind));
    expect(status, text).toBeLessThan(300);
  });
});
