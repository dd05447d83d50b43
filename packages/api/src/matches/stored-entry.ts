import { sectors } from '@kopru/model/workerd';
import {
  type EmbeddedProfile,
  type EmbeddedText,
  evidenceSentences,
  type NormalProfile,
  namesToEmbed,
  normaliseProfile,
  readsSectors,
  splitSentences,
  withSectors,
} from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { type ExchangeCard, KINDS, type Kind, type Profile } from '@kopru/sdk/schema';
import { decodeVectors } from '../lib/vectors.ts';

/** The model whose vectors an index holds. */
export interface Model {
  readonly id: string;
  readonly dimensions: number;
}

/** The vectors of one model of a profile as they are stored, in base64. */
export interface StoredVectors {
  readonly windows: string;
  readonly sentences: string;
  /** Null in a row of before they had a column: they stand behind the sentences. */
  readonly names: string | null;
}

interface StoredProfile {
  readonly kind: Kind;
  readonly id: string;
  readonly profile: Profile;
}

/** A stored profile with its vectors, as an index holds it. @throws when either cannot be read. */
export const storedEntry = (stored: StoredProfile, vectors: StoredVectors, model: Model): EmbeddedProfile =>
  lazySectors(plainEntry(stored, vectors, model));

/** The same without the sectors that are read from its texts, as a snapshot has it. */
export function plainEntry(
  { kind, id, profile }: StoredProfile,
  vectors: StoredVectors,
  model: Model,
): EmbeddedProfile {
  const normal = normaliseProfile(kind, id, profile, DEFAULT_RATES);
  const texts = readTexts(normal, vectors, model);
  return { profile: normal, model: model.id, windows: decodeVectors(vectors.windows, model.dimensions), ...texts };
}

/**
 * The entry of another hub's card, under its exchange id and normalised from the card alone. Without a
 * text on the card it has no sentence and no sectors read from one: the vectors of the text count in
 * the score, as a private field does.
 */
export function cardEntry(
  { kind, exchangeId, profile, card }: { kind: Kind; exchangeId: string; profile: Profile; card: ExchangeCard },
  vectors: StoredVectors,
  model: Model,
): EmbeddedProfile {
  const field = KINDS[kind].text;
  const released = field in card;
  const shown = {
    ...card,
    ...(!released && { [field]: '', private: [field] }),
    status: 'active',
    consent: { matching: true },
  } as unknown as Profile;
  const normal = normaliseProfile(kind, exchangeId, shown, DEFAULT_RATES);
  const entry = { profile: normal, model: model.id, windows: decodeVectors(vectors.windows, model.dimensions) };
  if (!released) return { ...entry, sentences: [], names: [] };
  // The vectors stand in the order of the whole profile, of which the card may lack a list.
  const whole = readTexts(normaliseProfile(kind, '', profile, DEFAULT_RATES), vectors, model);
  const onCard = namesToEmbed(normal);
  return lazySectors({
    ...entry,
    sentences: whole.sentences,
    names: whole.names.filter(({ text }) => onCard.includes(text)),
  });
}

/** Sentences and sector names with their vectors; none where they are chosen in another way today, since the evidence would be the wrong words. */
function readTexts(normal: NormalProfile, vectors: StoredVectors, { dimensions }: Model) {
  const texts = evidenceSentences(splitSentences(normal.text));
  const names = namesToEmbed(normal);
  const found = decodeVectors(vectors.sentences, dimensions);
  const [ofTexts, ofNames] =
    vectors.names === null
      ? found.length === texts.length + names.length
        ? [found.slice(0, texts.length), found.slice(texts.length)]
        : [[], []]
      : [found, decodeVectors(vectors.names, dimensions)];
  const pair = (words: readonly string[], of: typeof found): EmbeddedText[] =>
    words.length === of.length ? words.map((text, i) => ({ text, vector: of[i] as (typeof of)[number] })) : [];
  return { sentences: pair(texts, ofTexts), names: pair(names, ofNames) };
}

/**
 * The profile with the sectors that are stated in no code, read when a gate first asks for them: that
 * takes milliseconds a profile, and few are ever asked. One that states codes alone has none.
 */
export function lazySectors(entry: EmbeddedProfile): EmbeddedProfile {
  if (!readsSectors(entry.profile)) return entry;
  const mapper = sectors();
  if (mapper.model !== entry.model) return entry;
  let mapped: NormalProfile['facets'] | undefined;
  const read = () => {
    mapped ??= withSectors(entry, mapper).profile.facets;
    return mapped;
  };
  const facets = Object.defineProperties(
    { ...entry.profile.facets },
    {
      inferredSectors: { enumerable: true, get: () => read().inferredSectors },
      inferredExclusions: { enumerable: true, get: () => read().inferredExclusions },
    },
  );
  return { ...entry, profile: { ...entry.profile, facets } };
}
