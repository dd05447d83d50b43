import { record } from '../../audit/record.ts';
import { tryBatch } from '../../lib/guarded-batch.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { suppress } from '../../suppressions/store.ts';
import type { Report } from './report.ts';
import { findReported, type Reported, settleReported } from './store.ts';

/** What a report did: it was news, it was known or came too early or too late, or no mail has that name. */
export type Taken = 'taken' | 'known' | 'unknown';

/**
 * Takes a report: the mail is `bounced` or `complained`, once, and an address that takes no mail or complained gets
 * no more. A report that comes again changes nothing, even after staff took the address off the list.
 *
 * The proof is the name, unless a hub signed for it: an id has 128 random bits and went to the recipient and the
 * servers on the way alone, who by a link of the same mail could end all mail to the address as well. The address is
 * that of the mail's subscription, never one that the report names: of a test, of which no address is kept, none.
 *
 * @param hubId the hub that reports; undefined where the name alone is the proof.
 */
export async function takeReport(db: Queryable, report: Report, now: Date, hubId?: string): Promise<Taken> {
  const mail = await findFirst(db, report.names, hubId);
  if (!mail) return 'unknown';
  const key = report.isPermanent ? mail.email_key : null;
  const done = await tryBatch(db, [
    ...settleReported(db, mail, report, now),
    ...(key === null ? [] : await suppress(db, mail.hub_id, key, report.type, now)),
    record(
      db,
      mail.hub_id,
      { kind: 'job', id: 'mail-reports' },
      {
        action: `mail.${report.type}`,
        subject: { kind: 'mail', id: mail.id },
        details: { reason: report.reason ?? null, suppressed: key !== null },
      },
      now,
    ),
  ]);
  return done ? 'taken' : 'known';
}

async function findFirst(db: Queryable, names: readonly string[], hubId?: string): Promise<Reported | undefined> {
  for (const name of names) {
    const found = await findReported(db, name, hubId);
    if (found) return found;
  }
  return undefined;
}
