import type { IntroductionState, Kind, MatchList } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import type { Ref } from './card.ts';

type History = NonNullable<MatchList['matches'][number]['history']>;
type Answered = Pick<History, 'seenAt' | 'answer'>;

/** What a profile did with the matches that it was shown, each by `keyOf`. */
export async function readAnswered(
  db: Queryable,
  hubId: string,
  { kind, id }: Ref,
): Promise<ReadonlyMap<string, Answered>> {
  const { results } = await db
    .prepare(
      `SELECT candidate_kind AS kind, candidate_id AS id, MIN(created_at) AS seenAt,
         MAX(iif(answer IN ('saved', 'passed'), json_array(created_at, answer, reason), NULL)) AS answer
       FROM feedback WHERE hub_id = ? AND subject_kind = ? AND subject_id = ? GROUP BY 1, 2`,
    )
    .bind(hubId, kind, id)
    .all<Ref & { seenAt: string; answer: string | null }>();
  return new Map(
    results.map((row) => [keyOf(row), { seenAt: row.seenAt, answer: row.answer && answerOf(row.answer) } as Answered]),
  );
}

function answerOf(packed: string): History['answer'] {
  const [at, answer, reason] = JSON.parse(packed);
  return { answer, at, ...(reason && { reason }) };
}

/** Introductions of a profile that are read at once with all else of a list; few have more. */
export const MOST_INTRODUCTIONS = 100;

/**
 * The introductions of a profile, each by `keyOf` of the other: the open or accepted one of the two, else the latest.
 * They are those of the introduction list, in the states that it tells.
 *
 * @param staff whether the hub's own server reads it, which also sees what was not delivered yet.
 * @param others of whom. @default all
 * @returns undefined where others are not given and there are more than `MOST_INTRODUCTIONS`.
 */
export async function readIntroduced(
  db: Queryable,
  hubId: string,
  { kind, id }: Ref,
  staff: boolean,
  others?: readonly Ref[],
): Promise<ReadonlyMap<string, NonNullable<History['introduction']>> | undefined> {
  if (others?.length === 0) return new Map();
  const half = (mine: 'from' | 'to', other: 'from' | 'to', direction: string, more: string) =>
    `SELECT id, '${direction}' AS direction, ${other}_kind AS kind, ${other}_ref AS ref, created_at,
       iif(state = 'awaiting_approval' AND to_hub <> ?1, 'requested', state) AS state
     FROM introductions WHERE ${mine}_hub = ?1 AND ${mine}_kind = ?2 AND ${mine}_id = ?3 ${more}
       ${others ? `AND (${other}_kind, ${other}_ref) IN (SELECT value ->> 'kind', value ->> 'id' FROM json_each(?4))` : ''}`;
  const received = `AND blocked = 0 ${staff ? '' : 'AND delivered_at IS NOT NULL'}`;
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         ${half('from', 'to', 'sent', '')} UNION ALL ${half('to', 'from', 'received', received)} ${others ? '' : 'LIMIT ?4'}
       ) ORDER BY state IN ('awaiting_approval', 'requested', 'accepted'), created_at, id`,
    )
    .bind(
      hubId,
      kind,
      id,
      others ? JSON.stringify(others.map((other) => ({ kind: other.kind, id: other.id }))) : MOST_INTRODUCTIONS + 1,
    )
    .all<{ id: string; direction: 'sent' | 'received'; kind: Kind; ref: string; state: IntroductionState }>();
  if (!others && results.length > MOST_INTRODUCTIONS) return undefined;
  return new Map(
    results.map(({ id, state, direction, kind, ref }) => [keyOf({ kind, id: ref }), { id, state, direction }]),
  );
}

export const keyOf = ({ kind, id }: Ref): string => `${kind} ${id}`;

/** What a key stands for: a kind is one word. */
export function refOf(key: string): Ref {
  const [kind] = key.split(' ', 1) as [Kind];
  return { kind, id: key.slice(kind.length + 1) };
}
