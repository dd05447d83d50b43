import type { Answers } from './answers.ts';

/** Where the gallery says that the API is: an address that leads nowhere. */
export const API = 'https://api.invalid';

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });

/** Answers in place of the network, which the gallery never asks. */
export function answer(answers: Answers, input: RequestInfo | URL, init: RequestInit = {}): Response {
  const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
  const method = init.method ?? 'GET';
  const {
    matches,
    market,
    round,
    neighbours,
    applications = [],
    introductions,
    profiles,
    limits,
    search,
    refusal,
    isChanged,
  } = answers;
  if (pathname === '/v1/limits') return json(limits);
  if (refusal && method !== 'GET') return refused(refusal.status, refusal.code, refusal.retryAfter);
  if (pathname === '/v1/search') return json(search);
  if (pathname.endsWith('/matches')) return json(matches);
  if (pathname.endsWith('/market-entry')) return json(market);
  if (pathname.endsWith('/co-investment')) return round ? json(round) : noRound();
  if (pathname.endsWith('/neighbours')) return json(neighbours);
  if (pathname === '/v1/feedback') return json({});
  if (pathname === '/v1/introductions' && method === 'GET')
    return json({ items: introductions?.[searchParams.get('box') as 'sent'] ?? [], nextCursor: null });
  const id = pathname.split('/').at(-1);
  if (pathname === '/v1/applications' && method === 'POST') return json(applications[0], 201);
  // A list has no moves.
  if (pathname === '/v1/applications')
    return json({ items: applications.map(({ moves: _, ...one }) => one), nextCursor: null });
  if (pathname.startsWith('/v1/applications/')) return json(applications.find((one) => one.id === id));
  if (pathname.startsWith('/v1/introductions/')) {
    const found = Object.values(introductions ?? {})
      .flat()
      .find((introduction) => pathname.includes(`/${introduction.id}`));
    return found ? json(found) : refused(404, 'not_found');
  }
  if (/^\/v1\/(startups|investors)$/.test(pathname)) return json({ items: profiles ?? [], nextCursor: null });
  if (method === 'PATCH' && isChanged) return refused(412, 'precondition_failed');
  if (method === 'PATCH' || method === 'PUT') return json(written(profiles?.[0] ?? {}, init.body));
  return refused(404, `not_found ${id}`);
}

/** As the API refuses to fill a round that the profile does not state. */
const noRound = (): Response =>
  refused(422, 'invalid_request', undefined, [
    { in: 'body', path: '/raise', rule: 'required', message: 'must be there', received: 'missing' },
  ]);

const refused = (status: number, code: string, retryAfter?: number, issues?: readonly object[]): Response =>
  json({ type: `https://kopru.example/problems/${code}`, title: code, status, code, issues }, status, {
    'content-type': 'application/problem+json',
    'request-id': 'req_gallery',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });

/** A stored profile after a patch of its first level. */
function written(stored: { profile?: object }, body: unknown): object {
  const patch = typeof body === 'string' ? (JSON.parse(body) as object) : {};
  return { ...stored, profile: { ...stored.profile, ...patch } };
}
