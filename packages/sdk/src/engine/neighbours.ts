import { KINDS } from '../kinds/index.ts';
import { mayBeShown } from '../kinds/standing.ts';
import type { EmbeddedProfile } from './embed.ts';
import { closestTexts } from './explain.ts';
import type { MatchIndex } from './match.ts';
import type { NormalProfile } from './normalise.ts';
import { calibrate } from './score.ts';
import { nearest } from './vector-index.ts';

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
  const { kind, id } = subject.profile;
  const others = [...index.all(kind)].filter(({ profile }) => profile.id !== id && isOpen(profile));
  return others
    .map((entry) => ({ entry, cosine: nearest(subject.windows, entry.windows) }))
    .sort((a, b) => b.cosine - a.cosine || (a.entry.profile.id < b.entry.profile.id ? -1 : 1))
    .slice(0, limit)
    .map(({ entry, cosine }) => {
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
