import { type Embedder, EmbedderError } from './embedder.ts';
import type { InferredSectors, SectorMapper } from './map-sectors.ts';
import type { NormalProfile } from './normalise.ts';
import { MOST_SENTENCES } from './weights.ts';

/** A direction in int8 steps. Its length means nothing: vectors are compared by cosine. */
export type Vector = Int8Array;

/** A profile with what the embedder makes of it. Everything that matching needs, and all of it can be stored. */
export interface EmbeddedProfile {
  readonly profile: NormalProfile;
  /** Id of the embedder; only vectors of one model are compared. */
  readonly model: string;
  /** One for each window of the text; a text of ordinary length has one. */
  readonly windows: readonly Vector[];
  /** The sentences of the text that an explanation may give as evidence, see {@link evidenceSentences}. */
  readonly sentences: readonly EmbeddedText[];
  /** The sector names that the taxonomy does not have, of both lists of the profile. */
  readonly names: readonly EmbeddedText[];
}

export interface EmbeddedText {
  readonly text: string;
  readonly vector: Vector;
}

/**
 * Embeds profiles: the windows of the text, of which the nearest pair says how alike two texts are,
 * and its sentences. A mandate that names several fields is then found by each of them; the mean of
 * the windows would be near none (dev split, four theses joined: MAP 0.51 against 0.36).
 *
 * @param mapper reads the sectors that are stated in no code from the vectors. Without one they stay unknown.
 */
export async function embedProfiles(
  profiles: readonly NormalProfile[],
  embedder: Embedder,
  mapper?: SectorMapper,
): Promise<EmbeddedProfile[]> {
  const plans = profiles.map((profile, index) => {
    const sentences = splitSentences(profile.text);
    if (sentences.length === 0) {
      // A text of nothing but mark-up passes the schema and is empty once normalised.
      throw new EmbedderError('text_empty', `the text of ${profile.kind} "${profile.id}" holds no word`, { index });
    }
    const windows = packWindows(sentences);
    return { profile, sentences: evidenceSentences(sentences), windows, names: namesToEmbed(profile) };
  });
  const texts = [...new Set(plans.flatMap(({ sentences, windows, names }) => [...sentences, ...windows, ...names]))];
  const vectors = await embedder.embed(texts);
  const vectorOf = new Map(texts.map((text, i) => [text, checked(vectors[i], embedder)]));
  const vector = (text: string, lang?: string) => {
    const plain = vectorOf.get(text) as Float32Array;
    return toInt8(embedder.centre?.(plain, lang) ?? plain);
  };

  return plans.map(({ profile, sentences, windows, names }) => {
    const entry = {
      profile,
      model: embedder.id,
      windows: windows.map((text) => vector(text, profile.lang)),
      sentences: sentences.map((text) => ({ text, vector: vector(text, profile.lang) })),
      // Their language need not be that of the text.
      names: names.map((text) => ({ text, vector: vector(text) })),
    };
    return mapper ? withSectors(entry, mapper) : entry;
  });
}

/** The sector names of a profile that are embedded: free text that holds a word, each once. */
export const namesToEmbed = ({ unnamedSectors, unnamedExclusions }: NormalProfile): string[] =>
  [...new Set([...unnamedSectors, ...unnamedExclusions])].filter((name) => HAS_WORD.test(name));

/** Whether a profile has sectors that are stated in no code, which its texts may tell. */
export const readsSectors = ({ facets, unnamedSectors, unnamedExclusions }: NormalProfile): boolean =>
  !facets.sectors || unnamedSectors.length + unnamedExclusions.length > 0;

/**
 * The profile with the sectors that are stated in no code: those of free-text names, else of the whole
 * text. A name that was not embedded leaves its list unknown, so that exclusions fail closed.
 *
 * @throws {RangeError} on a mapper of another model.
 */
export function withSectors(entry: EmbeddedProfile, mapper: SectorMapper): EmbeddedProfile {
  if (mapper.model !== entry.model)
    throw new RangeError(`vectors of ${entry.model} cannot be mapped by what is known of ${mapper.model}`);
  if (!readsSectors(entry.profile)) return entry;
  const { profile, names, windows } = entry;
  const { sectors, excludedSectors } = profile.facets;
  const named = new Map(names.map((name) => [name.text, name]));

  const ofNames = (texts: readonly string[], stated: Codes = []): InferredSectors | undefined => {
    const parts = texts.flatMap((text) => named.get(text) ?? []);
    if (texts.length === 0 || parts.length < texts.length) return undefined;
    const { sectors, possible } = mapper.infer(parts);
    return { sectors: merge(stated, sectors), possible: merge(stated, possible) };
  };

  const ofText = () => {
    const words = packWindows(splitSentences(profile.text));
    return windows.map((vector, i) => ({ vector, text: words[i] ?? '' }));
  };

  const nothingStated = !sectors && profile.unnamedSectors.length === 0;
  const inferredSectors = nothingStated ? mapper.infer(ofText()) : ofNames(profile.unnamedSectors, sectors);
  const inferredExclusions = ofNames(profile.unnamedExclusions, excludedSectors);
  const facets = {
    ...profile.facets,
    ...(inferredSectors && { inferredSectors }),
    ...(inferredExclusions && { inferredExclusions }),
  };
  return { ...entry, profile: { ...profile, facets } };
}

type Codes = InferredSectors['sectors'];
const merge = (a: Codes, b: Codes): Codes => [...new Set([...a, ...b])].sort();

/**
 * Longest window in characters. The model reads 128 tokens, and the corpus's densest text, a
 * Turkmen one, fills them with 304.
 */
const WINDOW = 300;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const HAS_WORD = /[\p{L}\p{N}]/u;

/** The sentences of a text, without those that hold no word. */
export function splitSentences(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((s) => HAS_WORD.test(s));
}

/** Of the sentences of a text those that are embedded for evidence: all, or `MOST_SENTENCES` spread evenly over it. */
export function evidenceSentences(sentences: readonly string[]): string[] {
  const count = Math.min(sentences.length, MOST_SENTENCES);
  return Array.from({ length: count }, (_, i) => sentences[Math.floor((i * sentences.length) / count)] as string);
}

/** Joins neighbouring sentences into windows of at most `WINDOW` characters; a longer sentence is cut between words. */
export function packWindows(sentences: readonly string[]): string[] {
  const windows: string[] = [];
  for (const piece of sentences.flatMap(cut)) {
    const last = windows.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= WINDOW)
      windows[windows.length - 1] = `${last} ${piece}`;
    else windows.push(piece);
  }
  return windows;
}

function cut(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > WINDOW) {
    const space = rest.lastIndexOf(' ', WINDOW);
    const end = space > 0 ? space : WINDOW - (isHighSurrogate(rest, WINDOW - 1) ? 1 : 0);
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter((piece) => HAS_WORD.test(piece));
}

const isHighSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

function checked(vector: Float32Array | undefined, { id, dimensions }: Embedder): Float32Array {
  if (vector?.length !== dimensions || !vector.every(Number.isFinite)) {
    throw new EmbedderError('vectors_invalid', `${id} gave a vector that is not ${dimensions} finite numbers`);
  }
  return vector;
}

/** The same direction with the largest value at ±127: a quarter of the memory, for 0.001 of cosine. */
export function toInt8(vector: Float32Array): Vector {
  const peak = vector.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  return Int8Array.from(vector, (x) => Math.round((x / (peak || 1)) * 127));
}
