import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { CountryCode } from '@kopru/sdk/facets';
import type { Agreement, AgreementInput } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { emit } from '../events/emit.ts';
import { findHub } from '../hubs/store.ts';
import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { nextSequence } from '../profiles/store.ts';

/** An agreement as it is stored, with what is known of its two hubs. */
export interface AgreementRow {
  id: string;
  proposer: string;
  partner: string;
  countries: string | null;
  kinds: string | null;
  proposed_at: string;
  accepted_at: string | null;
  ended_at: string | null;
  proposer_name: string;
  proposer_country: CountryCode | null;
  /** Of the partner once it has accepted: until then nothing tells whether it exists. */
  accepter_name: string | null;
  accepter_country: CountryCode | null;
}

const SELECT = `SELECT a.*, p.name AS proposer_name, p.country AS proposer_country,
    q.name AS accepter_name, q.country AS accepter_country
  FROM agreements a JOIN hubs p ON p.id = a.proposer LEFT JOIN hubs q ON q.id = a.accepted_by`;

/** The agreement as one of its hubs sees it. */
export function seenBy(hubId: string, row: AgreementRow): Agreement {
  const ours = row.proposer === hubId;
  return {
    id: row.id,
    partner: ours
      ? { hub: row.partner, name: row.accepter_name, country: row.accepter_country }
      : { hub: row.proposer, name: row.proposer_name, country: row.proposer_country },
    proposedBy: ours ? 'us' : 'partner',
    state: row.ended_at ? 'ended' : row.accepted_at ? 'accepted' : 'proposed',
    ...(row.countries && { countries: JSON.parse(row.countries) }),
    ...(row.kinds && { kinds: JSON.parse(row.kinds) }),
    proposedAt: row.proposed_at,
    acceptedAt: row.accepted_at,
    endedAt: row.ended_at,
  };
}

/** An agreement to which a hub is a party. */
export async function findAgreement(db: Queryable, hubId: string, id: string): Promise<AgreementRow | undefined> {
  const row = await db
    .prepare(`${SELECT} WHERE a.id = ?2 AND ?1 IN (a.proposer, a.partner)`)
    .bind(hubId, id)
    .first<AgreementRow>();
  return row ?? undefined;
}

/** Agreements to which a hub is a party, by id, behind `after`. */
export async function listAgreements(
  db: Queryable,
  hubId: string,
  after: string,
  limit: number,
): Promise<AgreementRow[]> {
  const { results } = await db
    .prepare(`${SELECT} WHERE (a.proposer = ?1 OR a.partner = ?1) AND a.id > ?2 ORDER BY a.id LIMIT ?3`)
    .bind(hubId, after, limit)
    .all<AgreementRow>();
  return results;
}

/**
 * Proposes an agreement. Answers what is stored; nothing when a proposal to this partner is still open.
 * The same happens whether the partner exists or not.
 *
 * @throws {ApiError} `idempotency_key_reused` when the id is that of another proposal.
 */
export async function proposeAgreement(
  db: Queryable,
  hubId: string,
  { id, input, actor }: { id: string; input: AgreementInput; actor: Actor },
  now: Date,
): Promise<AgreementRow | undefined> {
  const { partner, countries, kinds } = input;
  const told = (await findHub(db, partner)) ? [emit(db, partner, 'agreement.proposed', { agreement: id }, now)] : [];
  await makeOnce(db, { table: 'agreements', id }, [
    guard(
      db,
      `NOT EXISTS (SELECT 1 FROM agreements
         WHERE proposer = ? AND partner = ? AND accepted_at IS NULL AND ended_at IS NULL)`,
      hubId,
      partner,
    ),
    db
      .prepare(
        'INSERT INTO agreements (id, proposer, partner, countries, kinds, proposed_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .bind(
        id,
        hubId,
        partner,
        countries ? JSON.stringify(countries) : null,
        kinds ? JSON.stringify(kinds) : null,
        now.toISOString(),
      ),
    record(
      db,
      hubId,
      actor,
      { action: 'agreement.proposed', subject: { kind: 'agreement', id }, details: { partner } },
      now,
    ),
    ...told,
  ]);
  const row = await findAgreement(db, hubId, id);
  if (!row) return undefined;
  const made = seenBy(hubId, row);
  assertSameRequest({ ...made, partner: made.partner.hub }, { partner, countries, kinds });
  return row;
}

/** Accepts a proposal: from now on it is in force. @returns whether it was open still. */
export async function acceptAgreement(
  db: Queryable,
  hubId: string,
  { id, proposer }: Pick<AgreementRow, 'id' | 'proposer'>,
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const results = await tryBatch(db, [
    guard(
      db,
      'EXISTS (SELECT 1 FROM agreements WHERE id = ? AND partner = ? AND accepted_at IS NULL AND ended_at IS NULL)',
      id,
      hubId,
    ),
    db.prepare('UPDATE agreements SET accepted_at = ?, accepted_by = partner WHERE id = ?').bind(now.toISOString(), id),
    ...tellBoth(db, 'agreement.accepted', { id, hubId, other: proposer }, actor, now),
  ]);
  return results !== undefined;
}

/** Ends an agreement, or a proposal, at once. @returns whether it is as it was read still; if not, nothing changed. */
export async function endAgreement(
  db: Queryable,
  hubId: string,
  { id, proposer, partner, accepted_at }: AgreementRow,
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const other = proposer === hubId ? partner : proposer;
  // A partner that never answered need not exist, and has nothing that ends.
  const isKnown = other === proposer || accepted_at !== null;
  const results = await tryBatch(db, [
    guard(
      db,
      'EXISTS (SELECT 1 FROM agreements WHERE id = ? AND accepted_at IS ? AND ended_at IS NULL)',
      id,
      accepted_at,
    ),
    db.prepare('UPDATE agreements SET ended_at = ? WHERE id = ?').bind(now.toISOString(), id),
    ...(isKnown
      ? tellBoth(db, 'agreement.ended', { id, hubId, other }, actor, now)
      : [entry(db, 'agreement.ended', { id, hubId, other }, actor, now)]),
  ]);
  return results !== undefined;
}

type Parties = { readonly id: string; readonly hubId: string; readonly other: string };

const entry = (db: Queryable, action: string, { id, hubId, other }: Parties, actor: Actor, now: Date) =>
  record(db, hubId, actor, { action, subject: { kind: 'agreement', id }, details: { partner: other } }, now);

/** Both hubs' own half of the record, and their next numbers, by which their indexes read the partners anew. */
const tellBoth = (
  db: Queryable,
  action: 'agreement.accepted' | 'agreement.ended',
  { id, hubId, other }: Parties,
  actor: Actor,
  now: Date,
): D1PreparedStatement[] => [
  nextSequence(db, hubId),
  nextSequence(db, other),
  entry(db, action, { id, hubId, other }, actor, now),
  // Which of its keys a hub acted with, and from where, is not the other's to know.
  entry(db, action, { id, hubId: other, other: hubId }, { kind: 'hub', id: hubId }, now),
  emit(db, other, action, { agreement: id }, now),
];
