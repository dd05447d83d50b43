/**
 * Compares what the outbox says, what the sink has taken, and what was due.
 *
 * @module
 */
import type { Taken } from './sink.ts';

/** A digest of the outbox. */
export interface Row {
  readonly id: string;
  readonly email: string;
  /** The subscriber's day. */
  readonly occasion: string;
  readonly state: string;
  readonly reason: string | null;
}

export interface Evidence {
  /** For each address the days on which a digest was due, up to its stop if it said so. */
  readonly due: ReadonlyMap<string, readonly string[]>;
  readonly rows: readonly Row[];
  readonly taken: readonly Pick<Taken, 'messageId' | 'to' | 'kills' | 'silent'>[];
  /** Ids of mails that were with the SMTP server when the API was killed. */
  readonly cutOff: ReadonlySet<string>;
  /** For each address that said stop, how many mails had been taken by then. */
  readonly stopped: ReadonlyMap<string, number>;
}

/** States in which a digest is accounted for; all but the first only with a reason. */
const SETTLED = ['sent', 'complained', 'bounced', 'dead', 'skipped'];

/** What must be empty, and what is only counted. */
export function judge({ due, rows, taken, cutOff, stopped }: Evidence) {
  const wrong: string[] = [];
  const rowsOf = Map.groupBy(rows, ({ email }) => email);
  for (const [email, days] of due) {
    const own = rowsOf.get(email) ?? [];
    const found = own.map(({ occasion }) => occasion).sort();
    // Of an address that bounced the digests end with that one, or with those that were queued meanwhile.
    const last = own.findLast(({ state }) => state === 'bounced')?.occasion;
    const wanted = last !== undefined && found.includes(last) ? days.slice(0, found.length) : days;
    if (found.join() !== wanted.join())
      wrong.push(`${email}: due ${wanted.join(' ')}, in the outbox ${found.join(' ')}`);
  }
  for (const { id, state, reason } of rows) {
    if (!SETTLED.includes(state)) wrong.push(`${id} is ${state} in the end`);
    else if (state !== 'sent' && !reason) wrong.push(`${id} is ${state} for no reason`);
  }

  const byId = new Map(rows.map((row) => [row.id, row]));
  const copies = Map.groupBy(taken, ({ messageId }) => messageId);
  const repeated = { afterKill: 0, afterSilence: 0 };
  for (const [messageId, mails] of copies) {
    const row = byId.get(idOf(messageId));
    if (!row) wrong.push(`the sink has ${messageId}, and no row of the outbox is it`);
    else if (mails.some(({ to }) => to !== row.email)) wrong.push(`${messageId} came to ${mails.map(({ to }) => to)}`);
    for (const [before, after] of mails
      .slice(1)
      .map((mail, i) => [mails[i] as (typeof mails)[number], mail] as const)) {
      if (before.silent) repeated.afterSilence++;
      else if (before.kills < after.kills && cutOff.has(idOf(messageId))) repeated.afterKill++;
      else wrong.push(`${messageId} came again, though the sender had heard that it was taken`);
    }
  }
  const came = new Set([...copies.keys()].map(idOf));
  for (const { id, state } of rows) if (state === 'sent' && !came.has(id)) wrong.push(`${id} is sent and never came`);
  for (const [email, count] of stopped)
    if (taken.slice(count).some(({ to }) => to === email)) wrong.push(`${email} got mail after it said stop`);

  const states = Map.groupBy(rows, ({ state, reason }) => (state === 'sent' ? state : `${state}: ${reason}`));
  return {
    ok: wrong.length === 0,
    wrong: wrong.slice(0, 20),
    digests: rows.length,
    distinct: came.size,
    states: Object.fromEntries([...states].map(([state, { length }]) => [state, length]).sort()),
    repeated,
  };
}

/** The id of a mail in its Message-ID. */
const idOf = (messageId: string): string => /^<([^@]+)@/.exec(messageId)?.[1] ?? '';
