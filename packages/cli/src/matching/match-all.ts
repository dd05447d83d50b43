import { createMatchIndex, type EmbeddedProfile, type Match } from '@kopru/sdk/engine';

/** The list of each subject, by its id. */
export type Lists = ReadonlyMap<string, readonly Match[]>;

export interface ListOptions {
  /** Longest list. */
  readonly limit: number;
  /** Leaves out matches below this score, 0 to 100. */
  readonly minScore: number;
}

/**
 * The best candidates of every subject, by falling score and nothing else: in a table that shows the
 * score beside the rank, an order that follows anything more would read as a mistake. All fields are
 * read, also those that a profile keeps private from the other side: the hub gave both files.
 */
export function matchAll(
  subjects: readonly EmbeddedProfile[],
  candidates: readonly EmbeddedProfile[],
  { limit, minScore }: ListOptions,
): Lists {
  const [first] = candidates;
  if (!first) return new Map(subjects.map(({ profile }) => [profile.id, []]));
  const index = createMatchIndex({ id: first.model, dimensions: first.windows[0]?.length ?? 0 });
  for (const candidate of candidates) index.set(candidate);
  const options = { kind: first.profile.kind, limit, minScore, diversity: 0, fairness: 0 };
  return new Map(subjects.map((subject) => [subject.profile.id, index.match(subject, options).matches]));
}
