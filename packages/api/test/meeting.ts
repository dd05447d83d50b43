import { KINDS, type Kind } from '@kopru/sdk/schema';
import { bindings } from './bindings.ts';
import { call, newHub, SAMPLES } from './hub.ts';
import { viewerOf } from './viewer.ts';

/** What stands in every contact of these profiles and nowhere else. */
export const SECRET_CONTACT = 'contact.example';

export interface Member {
  readonly hub: { readonly id: string; readonly key: string };
  readonly kind: Kind;
  readonly id: string;
  /** Id by which partners know it. */
  readonly exchangeId: string;
  /** What its owner sends in a browser. */
  readonly viewer: Awaited<ReturnType<typeof viewerOf>>;
}

/** A member of a hub, with a contact of its own, that the exchange offers to all partners. */
export async function newMember(hub: Member['hub'], kind: Kind, id: string, profile: object = {}): Promise<Member> {
  const contact = { email: `${id}@${SECRET_CONTACT}` };
  await call('PUT', `/v1/${KINDS[kind].path}/${id}`, { key: hub.key, body: { ...SAMPLES[kind], contact, ...profile } });
  const exchangeId = `~${crypto.randomUUID().replaceAll('-', '').slice(0, 22)}`;
  await bindings.DB.batch([
    bindings.DB.prepare('INSERT INTO exchange_ids (id, hub_id, kind, profile_id) VALUES (?, ?, ?, ?)').bind(
      exchangeId,
      hub.id,
      kind,
      id,
    ),
    bindings.DB.prepare(
      `INSERT INTO consents (id, hub_id, kind, profile_id, purpose, release_text, text_version, text_language, given_by,
         method, given_at, recorded_at, recorded_by) VALUES (?, ?, ?, ?, 'exchange', 0, '1', 'en', 'owner', 'form', ?5, ?5, 'secret')`,
    ).bind(`con_${crypto.randomUUID()}`, hub.id, kind, id, '2026-01-01T00:00:00.000Z'),
  ]);
  return { hub, kind, id, exchangeId, viewer: await viewerOf(hub.id, kind, id) };
}

/** Two hubs whose cards flow in both directions. */
export async function newPartners(settings: object = {}): Promise<[Member['hub'], Member['hub']]> {
  const [a, b] = [await newHub(), await newHub()];
  const subscribe = 'INSERT INTO corridor_subscriptions (hub_id, country, created_at) VALUES (?, ?, ?)';
  const at = '2026-01-01T00:00:00.000Z';
  const exchange = { exchange: { enabled: true, ...settings } };
  await bindings.DB.batch([
    ...(
      [
        [a, 'KZ'],
        [b, 'AZ'],
      ] as const
    ).map(([hub, country]) =>
      bindings.DB.prepare('UPDATE hubs SET country = ?, settings = ? WHERE id = ?').bind(
        country,
        JSON.stringify(exchange),
        hub.id,
      ),
    ),
    bindings.DB.prepare(
      'INSERT INTO agreements (id, proposer, partner, proposed_at, accepted_at, accepted_by) VALUES (?, ?, ?, ?4, ?4, ?3)',
    ).bind(`agr_${crypto.randomUUID()}`, a.id, b.id, at),
    bindings.DB.prepare(subscribe).bind(a.id, 'AZ', at),
    bindings.DB.prepare(subscribe).bind(b.id, 'KZ', at),
  ]);
  return [a, b];
}

/** The reference by which one member names another. */
export const refTo = (to: Member, from: Member) => ({
  kind: to.kind,
  id: to.hub.id === from.hub.id ? to.id : to.exchangeId,
});

export const MESSAGE = 'Kuyularımızın tuzluluğunu birlikte ölçelim.';

/** One member asks another, in the browser or by the key of its hub. */
export const askFor = (from: Member, to: Member, options: object = from.viewer) =>
  call('POST', '/v1/introductions', {
    body: { from: { kind: from.kind, id: from.id }, to: refTo(to, from), message: MESSAGE, lang: 'tr' },
    ...options,
  });

/** `POST /v1/introductions/{id}/{action}`. */
export const act = (id: string, action: string, options: object) =>
  call('POST', `/v1/introductions/${id}/${action}`, { ...(action === 'decline' && { body: {} }), ...options });

/** Everything that a hub was told: its events, and its log. */
export async function told(hubId: string) {
  const [events, audit] = await Promise.all([
    bindings.DB.prepare('SELECT type, data FROM events WHERE hub_id = ? AND type LIKE ? ORDER BY number')
      .bind(hubId, 'introduction.%')
      .all<{ type: string; data: string }>(),
    bindings.DB.prepare('SELECT action, actor, details FROM audit WHERE hub_id = ? AND subject_kind = ? ORDER BY rowid')
      .bind(hubId, 'introduction')
      .all<{ action: string; actor: string; details: string }>(),
  ]);
  return {
    events: events.results.map(({ type, data }) => ({ type, ...JSON.parse(data) })),
    audit: audit.results.map(({ action, actor, details }) => ({
      action,
      actor: JSON.parse(actor),
      details: JSON.parse(details),
    })),
  };
}
