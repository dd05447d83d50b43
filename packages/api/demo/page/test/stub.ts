import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { soughtBy, validate } from '@kopru/sdk/engine';
import { KIND_NAMES, KINDS, type Kind, type MatchList, matchRequestSchema } from '@kopru/sdk/schema';
import { renderMessage } from '@kopru/sdk/strings';
import { buildDemo } from '../../build.ts';
import { type DemoProfile, demoProfiles } from '../../profiles.ts';

type Card = MatchList['matches'][number]['card'];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** As strict as the page's own policy, and sent as a header. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export interface Stub {
  readonly url: string;
  /** Paths and queries asked for so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * Serves the built page and, in place of the API, canned match lists of the demo's own profiles. A
 * pasted profile is held against the real schema, so that its issues are the real ones.
 */
export async function startStub(): Promise<Stub> {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-page-'));
  await buildDemo(folder);
  const profiles = KIND_NAMES.flatMap((kind) =>
    demoProfiles()
      .filter((one) => one.kind === kind)
      .slice(0, 30),
  );
  const asked: string[] = [];

  async function answer(request: IncomingMessage): Promise<{ status: number; type: string; body: string | Buffer }> {
    const url = new URL(request.url ?? '/', 'http://stub');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const json = (value: unknown, status = 200) => ({ status, type: 'application/json', body: JSON.stringify(value) });
    const locale = url.searchParams.get('explain') as 'en';
    const list = (kind: Kind, sought = soughtBy(kind)[0] as Kind) => json(cannedList(kind, sought, profiles, locale));

    if (url.pathname === '/demo/profiles') {
      const found = profiles.filter(({ kind }) => kind === url.searchParams.get('kind'));
      const shown = found.map(({ kind, id, profile }) => {
        const card = toCard(profile);
        return { kind, id, card, text: (card as unknown as Record<string, string>)[KINDS[kind].text] };
      });
      return json({ profiles: shown, seeks: soughtBy(url.searchParams.get('kind') as Kind) });
    }
    if (url.pathname === '/demo/match') {
      const result = validate(matchRequestSchema, JSON.parse(await bodyOf(request)));
      if (result.ok) return list(result.value.kind);
      return json({ code: 'invalid_request', status: 422, requestId: 'r-1', detail: '', issues: result.issues }, 422);
    }
    const [, path, what] = /^\/demo\/([a-z]+)\/[^/]+\/([a-z-]+)$/.exec(url.pathname) ?? [];
    const kind = KIND_NAMES.find((name) => KINDS[name].path === path);
    if (kind && what === 'matches') return list(kind, url.searchParams.get('kind') as Kind);
    if (kind && what === 'market-entry') {
      const { subject, model, sequence, matches } = cannedList(kind, 'investor', profiles, locale);
      const groups = [{ kind: 'investor', label: 'Investor', total: 3, matches }];
      return json({ subject, country: url.searchParams.get('country'), model, sequence, groups });
    }
    if (kind && what === 'co-investment') {
      const { rules } = JSON.parse(await bodyOf(request));
      const { matches } = cannedList(kind, 'investor', profiles, locale);
      const [raise, amount, open] = [300_000, 100_000, 0].map((sum) => ({ amount: sum, currency: 'USD' }));
      const investments = matches.map((match) => ({ match, amount, leads: false, messages: [] }));
      const summary = [{ key: 'round.filled', text: `Filled from ${rules.minCountries} countries.` }];
      return json({ raise, investments, open, score: 60, gap: 0, summary });
    }
    if (kind && what === 'neighbours') {
      const { matches } = cannedList(kind, kind, profiles, locale);
      const neighbours = matches.map((match) => ({ ...match, similarity: 0.8, classes: ['A01G'], offices: [] }));
      return json({ notice: renderMessage('neighbours.notice', {}, locale), neighbours });
    }
    if (kind && what === 'applications') {
      const applied = { at: '2026-11-20T08:00:00Z', state: 'applied', stage: null };
      const told = { programme: 'p-1', programmeName: 'Xəzər Aqro Akselerator', call: 'Yaz 2027', raised: null };
      const dates = { createdAt: applied.at, updatedAt: applied.at };
      return json([
        { id: 'apl-1', startup: 's-1', ...told, state: 'applied', stage: null, ...dates, moves: [applied] },
      ]);
    }
    if (kind && what === 'numbers') {
      const counts = { applied: 12, admitted: 7, alumni: 4 };
      const calls = [{ call: 'Yaz 2026', capacity: null, ...counts }];
      return json({ programme: 'p-1', ...counts, raised: [{ amount: 750_000, currency: 'USD' }], calls });
    }
    if (url.pathname === '/v1/corridors') {
      const corridor = { from: 'KZ', to: 'AZ', offers: 14, introductions: 9, acceptances: 5 };
      return json({ items: [corridor], asOf: '2026-11-28T00:00:00Z' });
    }
    const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    return { status: 200, type: TYPES[extname(file)] ?? '', body: await readFile(join(folder, file)) };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function toCard(profile: object): Card {
  const { contact: _contact, consent: _consent, status: _status, ...card } = profile as Record<string, unknown>;
  return card as unknown as Card;
}

/** Three matches and a near miss for a profile of `kind`. */
function cannedList(kind: Kind, sought: Kind, profiles: readonly DemoProfile[], locale: 'en'): MatchList {
  const found = profiles
    .filter((profile) => profile.kind === sought)
    .map((profile) => ({ ...profile, card: toCard(profile.profile) }));
  const wanted = {
    key: 'stage.wanted',
    evidence: { stage: 'seed' },
    text: renderMessage('stage.wanted', { stage: 'seed' }, locale),
  };
  const kept = { key: 'gate.not_eligible', evidence: {}, text: renderMessage('gate.not_eligible', {}, locale) };
  return {
    subject: { kind },
    model: 'kopru-e5-small@1',
    sequence: 1,
    matches: found.slice(0, 3).map(({ kind, id, card }, i) => ({
      kind,
      id,
      card,
      rank: i + 1,
      score: 90 - 20 * i,
      signals: [{ name: 'semantic', value: 0.9 - 0.2 * i, weights: { startup: 0.6, investor: 0.6 } }],
      reasons: [wanted],
      cautions: [],
    })),
    nextCursor: null,
    rejected: found.slice(3, 4).map(({ kind, id, card }) => ({
      kind,
      id,
      card,
      gates: [{ gate: 'stage', outcome: 'fail', message: kept }],
      changes: [],
    })),
  };
}
