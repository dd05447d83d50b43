import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { ANSWERS, type AnsweredList, type ShownMatch, type SignalName } from '@kopru/sdk/engine';
import type { Feedback, Kind } from '@kopru/sdk/schema';
import { type EraseElsewhere, EXCHANGE_IDS } from '../exchange/erase.ts';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import type { Retain } from '../profiles/retain.ts';

type Ref = Feedback['subject'];
export type SignalValues = Readonly<Partial<Record<SignalName, number | null>>>;

/** One answer as it is stored: with the signals of the pair when it was first told of. */
export type StoredAnswer = Feedback['answers'][number] & { readonly signals: SignalValues };

/** The signals of the matches that a profile was shown and has answered, by candidate. */
export async function answeredSignals(
  db: Queryable,
  hubId: string,
  { kind, id }: Ref,
): Promise<(candidate: Ref) => SignalValues | undefined> {
  const { results } = await db
    .prepare(
      `SELECT candidate_kind, candidate_id, signals, MIN(created_at) FROM feedback
       WHERE hub_id = ? AND subject_kind = ? AND subject_id = ? GROUP BY candidate_kind, candidate_id`,
    )
    .bind(hubId, kind, id)
    .all<{ candidate_kind: Kind; candidate_id: string; signals: string }>();
  const found = new Map(results.map((row) => [`${row.candidate_kind} ${row.candidate_id}`, row.signals]));
  return (candidate) => {
    const signals = found.get(`${candidate.kind} ${candidate.id}`);
    return signals === undefined ? undefined : (JSON.parse(signals) as SignalValues);
  };
}

/** What a member thinks of a match at a time: each takes the place of the one before. */
const STANDS_ALONE = "('saved', 'passed')";

/**
 * The statements that take back what was saved or passed over where another of the three is answered
 * now. What is taken back was at least seen, there and with the signals of then, and so stays the first
 * showing of its pair; only where that is kept already does it go.
 */
export const takeBack = (
  db: Queryable,
  hubId: string,
  { kind, id }: Ref,
  answers: readonly StoredAnswer[],
): D1PreparedStatement[] => {
  const replaced = `hub_id = ?1 AND subject_kind = ?2 AND subject_id = ?3 AND answer IN ${STANDS_ALONE}
    AND EXISTS (SELECT 1 FROM json_each(?4) WHERE value ->> '$.candidate.kind' = candidate_kind
      AND value ->> '$.candidate.id' = candidate_id AND value ->> '$.answer' IN ('undecided', 'saved', 'passed')
      AND value ->> '$.answer' <> feedback.answer)`;
  return [
    `UPDATE OR IGNORE feedback SET answer = 'seen', reason = NULL WHERE ${replaced}`,
    `DELETE FROM feedback WHERE ${replaced}`,
  ].map((sql) => db.prepare(sql).bind(hubId, kind, id, JSON.stringify(answers)));
};

/** The statement that keeps answers; one that is there already stays as it is. Undecided is as good as seen. */
export const insertAnswers = (
  db: Queryable,
  hubId: string,
  { kind, id }: Ref,
  answers: readonly StoredAnswer[],
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO feedback (hub_id, subject_kind, subject_id, candidate_kind, candidate_id, answer, reason, position, signals, created_at)
       SELECT ?, ?, ?, value ->> '$.candidate.kind', value ->> '$.candidate.id',
         iif(value ->> '$.answer' = 'undecided', 'seen', value ->> '$.answer'), value ->> '$.reason', value ->> '$.position', value -> '$.signals', ?
       FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(hubId, kind, id, now.toISOString(), JSON.stringify(answers));

/** Holds while a subject and its candidates are there: own ones as profiles, cards of other hubs by their exchange ids. */
export const guardThere = (
  db: Queryable,
  hubId: string,
  { kind, id }: Ref,
  answers: readonly StoredAnswer[],
): D1PreparedStatement =>
  guard(
    db,
    `EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = ?2 AND id = ?3)
     AND NOT EXISTS (
       SELECT value ->> 'kind', value ->> 'id' FROM json_each(?4)
       EXCEPT SELECT kind, id FROM profiles WHERE hub_id = ?1 AND id IN (SELECT value ->> 'id' FROM json_each(?4))
       EXCEPT SELECT kind, id FROM exchange_ids WHERE id IN (SELECT value ->> 'id' FROM json_each(?4)))`,
    hubId,
    kind,
    id,
    JSON.stringify(answers.map(({ candidate }) => candidate)),
  );

/** Most answers of one profile that are kept, so that none outweighs its hub. */
const MOST_OF_SUBJECT = 1000;

/** The statement that forgets the oldest answers of a profile that has given more than are kept: first what was only seen. */
export const forgetOldest = (db: Queryable, hubId: string, { kind, id }: Ref): D1PreparedStatement =>
  db
    .prepare(
      `DELETE FROM feedback WHERE rowid IN (
         SELECT rowid FROM feedback WHERE hub_id = ? AND subject_kind = ? AND subject_id = ?
         ORDER BY answer = 'seen', created_at DESC, rowid DESC LIMIT -1 OFFSET ?)`,
    )
    .bind(hubId, kind, id, MOST_OF_SUBJECT);

/** Most answers that weights are learned from: the newest. What is older counts no more. */
const MOST_ANSWERS = 5000;

/**
 * The answers of a hub's members of some kinds after a moment, as they are learned from. All that one
 * profile was ever shown counts as one list: each match at the place where it was first shown, with
 * the answer that went furthest.
 */
export async function answeredLists(
  db: Queryable,
  hubId: string,
  kinds: readonly Kind[],
  after: string,
): Promise<AnsweredList[]> {
  const { results } = await db
    .prepare(
      `SELECT subject_kind, subject_id, candidate_kind, candidate_id, answer, reason, position, signals FROM feedback
       WHERE hub_id = ? AND created_at > ? AND subject_kind IN (SELECT value FROM json_each(?))
         AND candidate_kind IN (SELECT value FROM json_each(?))
       ORDER BY created_at DESC LIMIT ?`,
    )
    .bind(hubId, after, JSON.stringify(kinds), JSON.stringify(kinds), MOST_ANSWERS)
    .all<AnswerRow>();
  const lists = new Map<string, { side: Kind; shown: Map<string, ShownMatch> }>();
  // From the oldest on, so that place and signals are those of the first showing.
  for (const row of results.reverse()) {
    const subject = `${row.subject_kind} ${row.subject_id}`;
    const list = lists.get(subject) ?? { side: row.subject_kind, shown: new Map<string, ShownMatch>() };
    lists.set(subject, list);
    const candidate = `${row.candidate_kind} ${row.candidate_id}`;
    const first = list.shown.get(candidate) ?? firstShown(row);
    list.shown.set(candidate, further(first, row));
  }
  return [...lists.values()].map(({ side, shown }) => ({ side, shown: [...shown.values()] }));
}

interface AnswerRow extends Pick<ShownMatch, 'answer'> {
  subject_kind: Kind;
  subject_id: string;
  candidate_kind: Kind;
  candidate_id: string;
  reason: ShownMatch['reason'] | null;
  position: number;
  signals: string;
}

const firstShown = ({ position, signals }: AnswerRow): ShownMatch => ({
  rank: position,
  signals: Object.entries(JSON.parse(signals) as SignalValues).map(([name, value]) => ({
    name: name as SignalName,
    value: value ?? null,
  })),
  answer: 'seen',
});

const further = (match: ShownMatch, { answer, reason }: AnswerRow): ShownMatch =>
  ANSWERS.indexOf(answer) > ANSWERS.indexOf(match.answer)
    ? { rank: match.rank, signals: match.signals, answer, ...(reason && { reason }) }
    : match;

/** An answer as its hub takes it along. */
interface GivenAnswer {
  readonly subject: Ref;
  readonly candidate: Ref;
  readonly answer: string;
  readonly reason: string | null;
  readonly position: number;
  readonly createdAt: string;
}

const GIVEN = `json_object('subject', json_object('kind', subject_kind, 'id', subject_id),
  'candidate', json_object('kind', candidate_kind, 'id', candidate_id),
  'answer', answer, 'reason', reason, 'position', position, 'createdAt', created_at) AS given`;
const KEY = 'subject_kind, subject_id, candidate_kind, candidate_id, answer';

const given = ({ results }: { results: { given: string }[] }): GivenAnswer[] =>
  results.map((row) => JSON.parse(row.given) as GivenAnswer);

/** Answers of a hub by their key, from behind that of the last page on. */
export async function pageOfAnswers(
  db: Queryable,
  hubId: string,
  after: readonly string[] = ['', '', '', '', ''],
  limit: number,
): Promise<GivenAnswer[]> {
  const sql = `SELECT ${GIVEN} FROM feedback WHERE hub_id = ? AND (${KEY}) > (?, ?, ?, ?, ?) ORDER BY ${KEY} LIMIT ?`;
  return given(
    await db
      .prepare(sql)
      .bind(hubId, ...after, limit)
      .all(),
  );
}

/** The answers that a profile has given. */
export async function answersOf(db: Queryable, hubId: string, { kind, id }: Ref): Promise<GivenAnswer[]> {
  const sql = `SELECT ${GIVEN} FROM feedback WHERE hub_id = ? AND subject_kind = ? AND subject_id = ? ORDER BY ${KEY}`;
  return given(await db.prepare(sql).bind(hubId, kind, id).all());
}

/** Deletes the answers about some profiles of a hub, in JSON, in the hubs that know them as cards of the exchange. */
export const eraseElsewhere: EraseElsewhere = (db, hubId, profiles) => [
  db.prepare(`DELETE FROM feedback WHERE candidate_id IN ${EXCHANGE_IDS}`).bind(hubId, profiles),
];

/** Deletes the answers of a profile and those about it, in every hub. */
export const eraseProfile = (db: Queryable, hubId: string, kind: Kind, id: string): D1PreparedStatement[] => [
  db.prepare('DELETE FROM feedback WHERE hub_id = ? AND subject_kind = ? AND subject_id = ?').bind(hubId, kind, id),
  db.prepare('DELETE FROM feedback WHERE hub_id = ? AND candidate_kind = ? AND candidate_id = ?').bind(hubId, kind, id),
  ...eraseElsewhere(db, hubId, JSON.stringify([{ kind, id }])),
];

/** Most answers that are forgotten at once. */
const RETAIN_PAGE = 2000;
/** Forgets answers after as long as introductions are kept. */
export const retainFeedback: Retain = async (db, { id, settings }, now) => {
  const oldest = daysAfter(now, -settings.retention.introductionDays);
  const { meta } = await db
    .prepare(
      'DELETE FROM feedback WHERE rowid IN (SELECT rowid FROM feedback WHERE hub_id = ? AND created_at < ? LIMIT ?)',
    )
    .bind(id, oldest, RETAIN_PAGE)
    .run();
  return meta.changes >= RETAIN_PAGE;
};
