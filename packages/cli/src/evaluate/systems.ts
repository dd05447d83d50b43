import { createMatchIndex, createVectorIndex, type EmbeddedProfile } from '@kopru/sdk/engine';
import { createWordSearch } from './minisearch.ts';

/** What is measured, in the order of the table. */
export const SYSTEMS = ['kopru', 'embedding', 'minisearch'] as const;
export type System = (typeof SYSTEMS)[number];

/** Scores of all candidates, in their order, for one profile; higher is better. */
export type Scorer = (subject: EmbeddedProfile) => Float64Array;

/** Of a candidate that is not listed at all: it ranks after all that are. */
const UNLISTED = -1;

/** The three ways to rank the same candidates, all of one kind. */
export function createSystems(candidates: readonly EmbeddedProfile[]): Readonly<Record<System, Scorer>> {
  const [first] = candidates as readonly [EmbeddedProfile, ...EmbeddedProfile[]];
  const dimensions = first.windows[0]?.length ?? 0;
  const placeOf = new Map(candidates.map(({ profile }, place) => [profile.id, place]));
  const spread = (scores: readonly (readonly [id: string, score: number])[]) => {
    const all = new Float64Array(candidates.length).fill(UNLISTED);
    for (const [id, score] of scores) all[placeOf.get(id) as number] = score;
    return all;
  };

  const matches = createMatchIndex({ id: first.model, dimensions });
  for (const candidate of candidates) matches.set(candidate);
  const vectors = createVectorIndex(dimensions);
  for (const { profile, windows } of candidates) vectors.set(profile.id, windows);
  const words = createWordSearch(candidates.map(({ profile }) => profile.text));
  return {
    kopru: (subject) =>
      spread(matches.scores(subject, { kind: first.profile.kind }).map(({ id, score }) => [id, score])),
    embedding: ({ windows }) =>
      spread(vectors.search(windows, candidates.length, () => true).map(({ id, cosine }) => [id, cosine])),
    minisearch: ({ profile }) => words(profile.text),
  };
}
