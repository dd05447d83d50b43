import { type NormalProfile, normaliseProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind, Profile } from '@kopru/sdk/schema';
import { demoProfiles } from '../packages/api/demo/profiles.ts';
import type { LabelledText } from './texts.ts';

const TEXT = { startup: 'pitch', thesis: 'thesis' } as const;
const KIND = { startup: 'startup', thesis: 'investor' } as const;

/**
 * A text of the corpus in the profile that the demo invents for its topic and kind, so that the nine
 * texts of a topic share one set of facets.
 */
export function dressed(texts: readonly LabelledText[]): NormalProfile[] {
  const invented = new Map(demoProfiles().map(({ id, profile }) => [id, profile]));
  return texts.map((text) => {
    const kind = KIND[text.kind];
    const facets = invented.get(`${kind[0]}-${text.topic}`);
    if (!facets) throw new Error(`the demo has no ${kind} of topic ${text.topic}`);
    return normal(kind, text, facets as Profile);
  });
}

/** A text of the corpus in a profile that states nothing else. */
export const bare = (texts: readonly LabelledText[]): NormalProfile[] =>
  texts.map((text) => normal(KIND[text.kind], text, { name: text.topic, status: 'active' } as Profile));

const normal = (kind: Kind, { topic, kind: text, lang, text: content }: LabelledText, facets: Profile) =>
  normaliseProfile(kind, `${topic}-${lang}`, { ...facets, lang, [TEXT[text]]: content } as Profile, DEFAULT_RATES);
