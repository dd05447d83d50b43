import { afterEach, describe, expect, test } from 'vitest';
import { Kopru, type KopruOptions } from '../src/index.ts';
import { type HttpServer, sendJson, sendProblem, serve } from './http-server.ts';

let server: HttpServer;
afterEach(() => server?.stop());

async function clientOf(answer: Parameters<typeof serve>[0], options: Partial<KopruOptions> = {}): Promise<Kopru> {
  server = await serve(answer);
  return new Kopru({ apiKey: 'key', baseUrl: server.url, ...options });
}

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe('a list', () => {
  const PAGES = [
    { items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'c1' },
    { items: [], nextCursor: 'c2' },
    { items: [{ id: 'c' }], nextCursor: null },
  ];

  test('is read item by item, each page when the one before is used up', async () => {
    const kopru = await clientOf((_, response, before) => sendJson(response, 200, PAGES[before]));
    const list = kopru.startups.list({ country: 'KZ', limit: 2 });
    const ids = [];
    for await (const { id } of list) {
      ids.push(id);
      if (id === 'b') expect(server.seen).toHaveLength(1);
    }
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/v1/startups?country=KZ&limit=2',
      '/v1/startups?country=KZ&limit=2&cursor=c1',
      '/v1/startups?country=KZ&limit=2&cursor=c2',
    ]);
  });

  test('is read page by page, or its first page alone', async () => {
    const kopru = await clientOf((_, response, before) => sendJson(response, 200, PAGES[before % 3]));
    expect(await collect(kopru.startups.list().pages())).toEqual(PAGES);
    expect(await kopru.startups.list()).toEqual(PAGES[0]);
    expect(server.seen).toHaveLength(4);
  });

  test('that is asked for by POST sends its body with each page', async () => {
    const kopru = await clientOf((_, response, before) =>
      sendJson(response, 200, { matches: [{ id: `m${before}` }], nextCursor: before === 0 ? 'c' : null }),
    );
    const request = { kind: 'startup', profile: { name: 'A', pitch: 'A' } } as const;
    expect((await collect(kopru.matches.find(request))).map(({ id }) => id)).toEqual(['m0', 'm1']);
    expect(server.seen.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([
      ['/v1/match', request],
      ['/v1/match?cursor=c', request],
    ]);
  });

  test('of deletions goes on from the last one', async () => {
    const kopru = await clientOf((_, response, before) =>
      sendJson(response, 200, { items: [{ id: `d${before}` }], after: before + 1, more: before === 0 }),
    );
    expect(await collect(kopru.exports.deletions())).toHaveLength(2);
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/deletions', '/v1/deletions?after=1']);
  });
});

const END = '{"type":"end","rows":1}';

describe('lines', () => {
  test('are read as they arrive, wherever the chunks are parted', async () => {
    const text = `{"type":"export"}\n{"type":"profile","data":"Топырақ"}\n${END}\n`;
    const kopru = await clientOf(async (_, response) => {
      for (const byte of Buffer.from(text)) response.write(Buffer.from([byte]));
      response.end();
    });
    expect((await collect(kopru.exports.hub())).map(({ type }) => type)).toEqual(['export', 'profile', 'end']);
  });

  test.each([
    ['lacks its last line', (r: import('node:http').ServerResponse) => void r.end('{"type":"export"}\n'), 'network'],
    [
      'breaks off',
      (r: import('node:http').ServerResponse) => {
        r.write('{"type":"export"}\n');
        setTimeout(() => r.destroy(), 20);
      },
      'network',
    ],
    ['is not JSON', (r: import('node:http').ServerResponse) => void r.end('<html>\n'), 'unexpected_answer'],
  ])('throw when the export %s', async (_, send, code) => {
    const kopru = await clientOf((_seen, response) => send(response));
    await expect(collect(kopru.exports.hub({}, { maxRetries: 1 }))).rejects.toMatchObject({ code });
    expect(server.seen).toHaveLength(2);
  });
});

describe('an export', () => {
  const row = (n: number) => `{"type":"profile","data":${n}}\n`;
  const cursor = (after: string) => `{"type":"cursor","cursor":"${after}","rows":1}\n`;
  const answers = [
    `{"type":"export"}\n${row(1)}${cursor('c1')}${row(2)}{"type":"pro`,
    `${row(2)}${row(3)}${cursor('c 2')}`,
    `${row(4)}${END}\n`,
  ];

  test('goes on at its last cursor when it is cut off and where an answer ends, and gives each line once', async () => {
    const kopru = await clientOf((_, response, before) => void response.end(answers[before]));
    const rows = (await collect(kopru.exports.hub())).filter(({ type }) => type === 'profile');
    expect(rows.map(({ data }) => data)).toEqual([1, 2, 3, 4]);
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/export', '/v1/export?cursor=c1', '/v1/export?cursor=c+2']);
  });

  test('ends between two lines when it cannot go on', async () => {
    const kopru = await clientOf((_, response, before) =>
      before === 0 ? void response.end(answers[0]) : sendJson(response, 422, { code: 'invalid_request' }),
    );
    const seen: string[] = [];
    const read = async () => {
      for await (const { type } of kopru.exports.hub()) seen.push(type);
    };
    await expect(read()).rejects.toMatchObject({ code: 'invalid_request' });
    expect(seen).toEqual(['export', 'profile', 'cursor']);
    expect(server.seen).toHaveLength(2);
  });

  test('is begun at the cursor of an earlier one', async () => {
    const kopru = await clientOf((_, response) => void response.end(answers[2]));
    expect(await collect(kopru.exports.hub({ cursor: 'c 2' }))).toHaveLength(2);
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/export?cursor=c+2']);
  });
});

describe('lines that are given up', () => {
  const FIRST = '{"type":"cursor","cursor":"c"}\n';

  test('by signal throw its reason', async () => {
    const kopru = await clientOf((_, response) => void response.write(FIRST));
    const controller = new AbortController();
    const read = async () => {
      for await (const _ of kopru.exports.hub({}, { signal: controller.signal })) controller.abort('enough');
    };
    await expect(read()).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  });

  test('while a cut export waits to go on throw its reason', async () => {
    const kopru = await clientOf((_, response) => {
      response.write(FIRST);
      setTimeout(() => response.destroy(), 20);
    });
    const controller = new AbortController();
    const read = async () => {
      // The cut comes at 20 ms, and the first wait is at least 250.
      for await (const _ of kopru.exports.hub({}, { signal: controller.signal }))
        setTimeout(() => controller.abort('enough'), 120);
    };
    await expect(read()).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  });

  test('by leaving the loop end the connection', async () => {
    const closed = Promise.withResolvers<void>();
    const kopru = await clientOf((_, response) => {
      response.on('close', closed.resolve);
      response.write(FIRST);
    });
    for await (const _ of kopru.exports.hub()) break;
    await closed.promise;
  });
});

describe('an upload', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `s${i}`, profile: { name: 'Топырақ', pitch: 'x'.repeat(100) } }));
  const lines = (body: string) =>
    body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  async function* generate(count: number) {
    yield* rows(count);
  }

  test.each([
    ['an array', () => rows(300)],
    ['an iterable', () => new Set(rows(300))],
    ['a generator', () => generate(300)],
    ['a function', () => () => generate(300)],
  ])('of %s arrives row by row', async (_, source) => {
    const kopru = await clientOf((_seen, response) => sendJson(response, 202, { id: 'imp' }));
    await kopru.imports.create('startup', source());
    expect(server.seen[0]).toMatchObject({ url: '/v1/imports?kind=startup', method: 'POST' });
    expect(server.seen[0]?.headers['content-type']).toBe('application/x-ndjson');
    expect(lines(server.seen[0]?.body ?? '')).toEqual(rows(300));
  });

  test('that can be begun anew is sent again under the same key', async () => {
    const kopru = await clientOf((_, response, before) =>
      before === 0 ? void response.destroy() : sendJson(response, 202, { id: 'imp' }),
    );
    await kopru.imports.create('startup', () => generate(20));
    expect(server.seen.map(({ body }) => lines(body).length)).toEqual([20, 20]);
    expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('that can be read only once is not: a part of it would arrive', async () => {
    const kopru = await clientOf((_, response) => sendProblem(response, 503, 'internal'));
    await expect(kopru.imports.create('startup', generate(20))).rejects.toMatchObject({ status: 503 });
    expect(server.seen).toHaveLength(1);
  });

  test('fails with what the source of the rows threw', async () => {
    const kopru = await clientOf((_, response) => sendJson(response, 202, {}));
    const fault = new RangeError('row 2 is broken');
    const source = async function* () {
      yield* rows(1);
      throw fault;
    };
    await expect(kopru.imports.create('startup', source)).rejects.toBe(fault);
  });

  test('reads no faster than the server takes', async () => {
    let read = 0;
    const taken = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    // A fetch that takes one chunk, and the rest only when it is let.
    const fetch = (async (_: unknown, { body }: RequestInit) => {
      const reader = (body as ReadableStream<Uint8Array>).getReader();
      await reader.read();
      taken.resolve();
      await held.promise;
      while (!(await reader.read()).done);
      return new Response('{}');
    }) as typeof globalThis.fetch;
    const kopru = new Kopru({ apiKey: 'key', baseUrl: 'https://kopru.test', fetch });
    const sent = kopru.imports.create(
      'startup',
      (function* () {
        for (const row of rows(2_000)) {
          read++;
          yield row;
        }
      })(),
    );
    await taken.promise;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(300);
    held.resolve();
    await sent;
    expect(read).toBe(2_000);
  });

  test('of CSV carries how to read it', async () => {
    const kopru = await clientOf((_, response) => sendJson(response, 202, {}));
    const csv = new Blob(['No;Şirket\n1;Topıraq\n']);
    await kopru.imports.createFromCsv(csv, {
      kind: 'startup',
      delimiter: 'semicolon',
      mapping: { No: 'id', Şirket: '/name' },
    });
    const [{ url, headers, body } = expect.unreachable()] = server.seen;
    const query = new URL(url, server.url).searchParams;
    expect(headers['content-type']).toBe('text/csv');
    expect(body).toBe('No;Şirket\n1;Topıraq\n');
    expect([query.get('kind'), query.get('delimiter'), JSON.parse(query.get('mapping') ?? '')]).toEqual([
      'startup',
      'semicolon',
      { No: 'id', Şirket: '/name' },
    ]);
  });
});
