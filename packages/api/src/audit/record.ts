import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { Principal } from '../lib/principal.ts';
import type { Queryable } from '../lib/queryable.ts';

/** Who did something, as the audit log keeps it. */
export interface Actor {
  readonly kind: Principal['kind'] | 'job' | 'hub';
  /** Id of the key, or of another hub of whose side no more is told, or name of the job. */
  readonly id: string;
  /** The profile that a viewer speaks for. */
  readonly profile?: { readonly kind: Kind; readonly id: string };
  /** Network of the caller: the first 24 bits of an IPv4 address, 48 of IPv6. */
  readonly from?: string;
  readonly requestId?: string;
}

export interface AuditEntry {
  /** Noun and verb, such as `profile.updated`, `contact.revealed`, `key.revoked`. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Ids and codes only: never a name, an address or a text of a profile. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The actor of a request. */
export function actorOf(c: Context<AppEnv>): Actor {
  const principal = c.get('principal');
  const from = network(c.req.header('cf-connecting-ip'));
  return {
    kind: principal.kind,
    id: principal.keyId,
    ...(principal.kind === 'viewer' && { profile: principal.profile }),
    ...(from && { from }),
    requestId: c.get('requestId'),
  };
}

/**
 * The statement that records an act. It belongs in the batch of the act itself: there is no act
 * without its record.
 *
 * @param hubId the hub whose log it is, or null for what an operator does to the deployment.
 */
export function record(
  db: Queryable,
  hubId: string | null,
  { requestId, ...actor }: Actor,
  { action, subject, details }: AuditEntry,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO audit (id, hub_id, at, action, actor, subject_kind, subject_id, details, request_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      crypto.randomUUID(),
      hubId,
      now.toISOString(),
      action,
      JSON.stringify(actor),
      subject?.kind ?? null,
      subject?.id ?? null,
      details ? JSON.stringify(details) : null,
      requestId ?? null,
    );
}

/** The network part of an address, under which one person is not singled out. */
export function network(address: string | undefined): string | undefined {
  if (!address) return undefined;
  if (address.includes('.') && !address.includes(':')) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean).slice(0, 3);
  while (groups.length < 3) groups.push('0');
  return `${groups.join(':')}::/48`;
}
