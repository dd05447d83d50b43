import type { MailCounts, MailNumbers } from '@kopru/sdk/schema';
import type { Queryable } from '../../lib/queryable.ts';
import type { MailRow } from '../store.ts';

/** From the first moment on, and before the second, as times are stored. */
type Span = readonly [from: string, to: string];

interface CountRow extends Pick<MailRow, 'notice' | 'state' | 'reason'> {
  readonly n: number;
  /** How many of them a server took. */
  readonly sent: number;
}

/** Mails that were written in a time, by what they are and what became of them. */
export async function countMails(db: Queryable, hubId: string, span: Span): Promise<MailNumbers['mails']> {
  const { results } = await db
    .prepare(
      `SELECT notice, state, iif(state = 'skipped', reason, NULL) AS reason, count(*) AS n, count(sent_at) AS sent
       FROM mails WHERE hub_id = ? AND created_at >= ? AND created_at < ? GROUP BY 1, 2, 3`,
    )
    .bind(hubId, ...span)
    .all<CountRow>();
  const of = (notice: MailRow['notice']) => countsOf(results.filter((row) => row.notice === notice));
  return {
    confirmation: of('confirmation'),
    digest: of('digest'),
    introduction: of('introduction'),
    reminder: of('reminder'),
    application: of('application'),
    test: of('test'),
  };
}

function countsOf(rows: readonly CountRow[]): MailCounts {
  const sum = (of: readonly CountRow[], field: 'n' | 'sent' = 'n') => of.reduce((total, row) => total + row[field], 0);
  const inState = (state: MailRow['state']) => rows.filter((row) => row.state === state);
  return {
    sent: sum(rows, 'sent'),
    delivered: sum(inState('sent')),
    bounced: sum(inState('bounced')),
    complained: sum(inState('complained')),
    dead: sum(inState('dead')),
    uncertain: sum(inState('uncertain')),
    waiting: sum(inState('due')),
    skipped: Object.fromEntries(inState('skipped').map(({ reason, n }) => [reason ?? 'unknown', n])),
  };
}

/** Answers that were given from mails in a time, and how long they took: each number is one that occurred (nearest rank). */
export async function countAnswers(
  db: Queryable,
  hubId: string,
  span: Span,
): Promise<Pick<MailNumbers, 'answers' | 'secondsToAnswer'>> {
  const row = await db
    .prepare(
      `WITH given AS (
         SELECT answer, max(0, unixepoch(answered_at) - unixepoch(mailed_at)) AS seconds
         FROM subscriptions s JOIN mailed_matches m ON m.subscription_id = s.id
         WHERE s.hub_id = ? AND m.answered_at >= ? AND m.answered_at < ?),
       ranked AS (SELECT *, row_number() OVER (ORDER BY seconds) AS place, count(*) OVER () AS total FROM given)
       SELECT count(*) FILTER (WHERE answer = 'requested') AS requested,
         count(*) FILTER (WHERE answer = 'saved') AS saved,
         count(*) FILTER (WHERE answer = 'passed') AS passed,
         min(seconds) FILTER (WHERE place * 2 >= total) AS median,
         min(seconds) FILTER (WHERE place * 10 >= total * 9) AS p90
       FROM ranked`,
    )
    .bind(hubId, ...span)
    .first<MailNumbers['answers'] & MailNumbers['secondsToAnswer']>();
  const { requested, saved, passed, median, p90 } = row as NonNullable<typeof row>;
  return { answers: { requested, saved, passed }, secondsToAnswer: { median, p90 } };
}

/** What happened to the subscriptions of a hub in a time. */
export async function countSubscriptions(
  db: Queryable,
  hubId: string,
  [from, to]: Span,
): Promise<MailNumbers['subscriptions']> {
  const row = await db
    .prepare(
      `SELECT count(*) FILTER (WHERE confirmed_at >= ?2 AND confirmed_at < ?3) AS confirmed,
         count(*) FILTER (WHERE ended_at >= ?2 AND ended_at < ?3) AS ended,
         (SELECT count(*) FROM suppressions
          WHERE hub_id = ?1 AND reason = 'unsubscribed' AND created_at >= ?2 AND created_at < ?3) AS unsubscribed
       FROM subscriptions WHERE hub_id = ?1`,
    )
    .bind(hubId, from, to)
    .first<MailNumbers['subscriptions']>();
  return row as NonNullable<typeof row>;
}
