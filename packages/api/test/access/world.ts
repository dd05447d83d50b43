import { KIND_NAMES, KINDS, type Kind, SCOPES, type Scope } from '@kopru/sdk/schema';
import { makeKey } from '../../src/keys/create.ts';
import { insertKey } from '../../src/keys/store.ts';
import { bindings } from '../bindings.ts';
import { agree, consent, type ExchangeHub, exchangeHub, openCorridor, putCheap } from '../exchange.ts';
import { call, newHub, SAMPLES } from '../hub.ts';
import { keyWith, ORIGIN, operatorKey, publishableKey, viewerOf } from '../viewer.ts';

/** Stands in every name, text, contact and id of the hub whose data nobody else may see. */
export const MARK = 'amark';

/** Who may open a route. */
export type Who = 'bootstrap' | 'operator' | 'secret' | 'viewer' | 'anonymous';

export interface Credentials {
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

const body = (kind: Kind, name: string) => ({
  ...SAMPLES[kind],
  name: `${MARK} ${name}`,
  [KINDS[kind].text]: `${MARK} ${name}: топырақтың тұздылығын өлшейтін зондтар.`,
  contact: { email: `${MARK}@example.org` },
});

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A hub whose things the rows of `rows.ts` are about, and a partner in the exchange. */
export async function makeWorld() {
  const own = await exchangeHub('KZ');
  await openCorridor(own, 'AZ');
  const newPartner = async () => {
    const hub = await exchangeHub('AZ');
    await agree(own, hub);
    await openCorridor(hub, 'KZ');
    return hub;
  };
  const partner = await newPartner();

  const made = async (method: string, path: string, json?: unknown) => {
    const answer = await call(method, path, { key: own.key, ...(json !== undefined && { body: json }) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const put = (kind: Kind, id: string) => putCheap(own.id, kind, id, body(kind, id));
  const cardOf = async (hub: ExchangeHub, kind: Kind): Promise<string> => {
    const id = `card-${crypto.randomUUID()}`;
    const input = { ...body(kind, id), name: 'A card', [KINDS[kind].text]: 'Топырақ зондтары' };
    await putCheap(hub.id, kind, id, input);
    await consent(hub, kind, id);
    return (
      (await bindings.DB.prepare('SELECT id FROM exchange_ids WHERE profile_id = ?').bind(id).first<string>('id')) ?? ''
    );
  };

  let count = 0;
  /** A profile of the hub that nothing else is about. */
  const fresh = async (kind: Kind): Promise<string> => {
    const id = `${MARK}-${kind}-${++count}`;
    await put(kind, id);
    return id;
  };
  /** The viewer's own profile, as new. */
  const mine = async (kind: Kind): Promise<string> => {
    await put(kind, `${MARK}-mine`);
    return `${MARK}-mine`;
  };

  const revoked = await makeKey('secret', own.id);
  const expired = await makeKey('secret', own.id);
  const unknown = await makeKey('secret', own.id);
  const now = new Date();
  await bindings.DB.batch([
    insertKey(bindings.DB, revoked.row, now),
    insertKey(bindings.DB, expired.row, now),
    bindings.DB.prepare('UPDATE keys SET revoked_at = ? WHERE id = ?').bind(now.toISOString(), revoked.row.id),
    bindings.DB.prepare('UPDATE keys SET expires_at = ? WHERE id = ?').bind(now.toISOString(), expired.row.id),
  ]);
  for (const kind of KIND_NAMES) {
    await mine(kind);
    await put(kind, `${MARK}-other`);
  }

  /** What opens nothing. */
  const worthless: Record<string, Credentials> = {
    'no key': {},
    'an unknown key': { key: unknown.key },
    'a revoked key': { key: revoked.key },
    'a key past its end': { key: expired.key },
    'a mistyped key': { key: `${own.key.slice(0, -1)}${own.key.endsWith('A') ? 'B' : 'A'}` },
  };

  /** Credentials of one kind that are the hub's own; those of an operator are the deployment's. */
  async function credentials(who: Who, kind: Kind): Promise<Credentials> {
    if (who === 'secret') return { key: own.key };
    if (who === 'operator') return { key: await operatorKey() };
    if (who === 'viewer') return viewerOf(own.id, kind, `${MARK}-mine`);
    if (who === 'anonymous') return { key: await publishableKey(own.id), headers: { origin: ORIGIN } };
    const { key, row } = await makeKey('bootstrap', null);
    await insertKey(bindings.DB, row, new Date()).run();
    return { key };
  }

  /** Credentials of others, for whom the hub's things do not exist: of a stranger, of a partner, and of another member. */
  async function others(kind: Kind): Promise<Record<'hub' | 'partner' | 'hubViewer' | 'otherViewer', Credentials>> {
    const stranger = await newHub();
    return {
      hub: { key: stranger.key },
      partner: { key: (await newPartner()).key },
      hubViewer: await viewerOf(stranger.id, kind, `${MARK}-mine`),
      otherViewer: await viewerOf(own.id, kind, `${MARK}-other`),
    };
  }

  const without = (scope: Scope) =>
    keyWith(
      own.id,
      SCOPES.filter((s) => s !== scope),
    );

  return { own, partner, made, fresh, mine, cardOf, worthless, credentials, others, without };
}
