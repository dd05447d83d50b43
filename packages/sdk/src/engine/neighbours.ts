import { KINDS } from '../kinds/index.ts';
import { mayBeShown } from '../kinds/standing.ts';
import type { EmbeddedProfile } from './embed.ts';
import { closestTexts } from './explain.ts';
import type { MatchIndex } from './match.ts';
import type { NormalProfile } from './normalise.ts';
import { calibrate } from './score.ts';

/** A profile of the same kind whose text speaks of the same. */
export interface Neighbour {
  readonly id: string;
  /** How alike the two texts are, in [0,1] in steps of 0.0001: their calibrated cosine, as the semantic signal is. */
  readonly similarity: number;
  /** The sentence of each text that agrees most with one of the other, verbatim, the subject's first. */
  readonly sentences?: readonly [string, string];
}

/**
 * The profiles of the subject's own kind that are nearest by text, whatever language they are written in. One whose
 * text is kept private or was not released is left out: its place would tell of what it says.
 *
 * @param limit most of them, 1 or more.
 */
export function neighboursOf(index: MatchIndex, subject: EmbeddedProfile, limit: number): Neighbour[] {
  return index.nearest(subject, limit, isOpen).map(({ entry, cosine }) => {
    const sentences = closestTexts(subject, entry);
    return {
      id: entry.profile.id,
      similarity: Math.round(calibrate(cosine) * 10_000) / 10_000,
      ...(sentences && { sentences }),
    };
  });
}

const isOpen = (profile: NormalProfile): boolean =>
  mayBeShown(profile) && profile.text !== '' && !profile.private?.includes(KINDS[profile.kind].text);
