import { createMatchIndex, embedProfiles, type Match, normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import type { Embedder } from '@kopru/sdk/engine/embedder';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Profile } from '@kopru/sdk/schema';
import { demoProfiles } from '../packages/api/demo/profiles.ts';

export type Signals = Match['signals'];

/** A profile that seeks, with the signals of every pair that the gates let through. */
export interface Subject {
  readonly side: 'startup' | 'investor';
  readonly candidates: readonly Signals[];
}

/** Fewest candidates of a subject: below it, ten of them are nearly the whole list whatever the weights. */
const FEWEST = 40;

/** The subjects of the demo hub, whose signals are those that the engine really measures. */
export async function readPool(embedder: Embedder): Promise<Subject[]> {
  const paired = demoProfiles().filter(({ kind }) => kind === 'startup' || kind === 'investor');
  const profiles = paired.map(({ kind, id, profile }) => {
    const result = validateProfile(kind, profile);
    if (!result.ok) throw new Error(`the demo profile ${id} is not valid`);
    return normaliseProfile(kind, id, result.value as Profile, DEFAULT_RATES);
  });
  const entries = await embedProfiles(profiles, embedder);
  const index = createMatchIndex(embedder);
  for (const entry of entries) index.set(entry);
  return entries
    .map((entry): Subject => {
      const { matches } = index.match(entry, { limit: entries.length, diversity: 0 });
      return { side: entry.profile.kind as Subject['side'], candidates: matches.map(({ signals }) => signals) };
    })
    .filter(({ candidates }) => candidates.length >= FEWEST);
}
