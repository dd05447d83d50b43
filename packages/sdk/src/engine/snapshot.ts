/**
 * Embedded profiles as bytes. The same profiles give the same bytes, in whatever order they were added.
 *
 * | bytes | what |
 * | --- | --- |
 * | 8 | `KOPRUIDX` |
 * | 4 | version of the format, as all numbers with the least byte first |
 * | 4 | CRC-32 of all bytes that follow |
 * | 4 | length of the next part |
 * | … | JSON in UTF-8: model, dimensions and the profiles, with the number of vectors of each |
 * | … | the vectors in the order of the profiles, a byte for each dimension |
 *
 * @module
 */
import { KIND_NAMES } from '../kinds/index.ts';
import { crc32 } from './crc32.ts';
import type { EmbeddedProfile, EmbeddedText, Vector } from './embed.ts';
import type { Embedder } from './embedder.ts';
import type { NormalProfile } from './normalise.ts';

const MAGIC = new TextEncoder().encode('KOPRUIDX');

/** Version of the format: goes up whenever older code would misread the bytes, or the profiles in them. */
export const SNAPSHOT_VERSION = 2;

const CHECKED_FROM = 16;
const JSON_FROM = 20;

export type SnapshotErrorCode =
  /** The bytes do not begin as a snapshot does. */
  | 'not_a_snapshot'
  /** They were written by a version of the format that this package does not read. */
  | 'version_unknown'
  /** Bytes were changed, cut off or added. */
  | 'damaged'
  /** The vectors are of another model than the embedder, and would not be comparable. */
  | 'model_differs';

/** Bytes that cannot be loaded; `expected` and `found` say why. Nothing was loaded. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly code: SnapshotErrorCode;
  readonly expected: string;
  readonly found: string;

  constructor(code: SnapshotErrorCode, what: string, expected: string | number, found: string | number) {
    super(`${what}: expected ${expected}, found ${found}`);
    this.code = code;
    this.expected = String(expected);
    this.found = String(found);
  }
}

type Model = Pick<Embedder, 'id' | 'dimensions'>;

interface Content {
  readonly model: string;
  readonly dimensions: number;
  readonly entries: readonly {
    readonly profile: NormalProfile;
    /** How many vectors the windows have; each sentence and each name has one. */
    readonly windows: number;
    /** Where each begins in the text and how long it is, or the sentence itself where it does not stand there. */
    readonly sentences: readonly (readonly [from: number, length: number] | string)[];
    readonly names: readonly string[];
  }[];
}

/** Writes profiles that were embedded by one model. */
export function writeSnapshot({ id: model, dimensions }: Model, profiles: Iterable<EmbeddedProfile>): Uint8Array {
  const ordered = [...profiles].sort(byKindAndId);
  const content: Content = {
    model,
    dimensions,
    entries: ordered.map(({ profile, windows, sentences, names }) => ({
      profile,
      windows: windows.length,
      sentences: sentences.map(({ text }) => placeOf(text, profile.text)),
      names: names.map(({ text }) => text),
    })),
  };
  const json = new TextEncoder().encode(JSON.stringify(content));
  const vectors = ordered.flatMap(({ windows, sentences, names }) => [
    ...windows,
    ...[...sentences, ...names].map(({ vector }) => vector),
  ]);

  const bytes = new Uint8Array(JSON_FROM + json.length + vectors.length * dimensions);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(8, SNAPSHOT_VERSION, true);
  view.setUint32(CHECKED_FROM, json.length, true);
  bytes.set(json, JSON_FROM);
  for (const [i, vector] of vectors.entries()) bytes.set(vector, JSON_FROM + json.length + i * dimensions);
  view.setUint32(12, crc32(bytes.subarray(CHECKED_FROM)), true);
  return bytes;
}

export interface ReadSnapshotOptions {
  /**
   * The bytes are known to be what was written, by a digest that the caller has compared: the checksum, which takes
   * a third of the time, is passed over. @default false
   */
  readonly verified?: boolean;
}

/**
 * Reads what {@link writeSnapshot} wrote. Nothing of the result shares memory with the bytes.
 *
 * @throws {SnapshotError}
 */
export function readSnapshot(
  { id, dimensions }: Model,
  bytes: Uint8Array,
  { verified = false }: ReadSnapshotOptions = {},
): EmbeddedProfile[] {
  const found = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length));
  if (!MAGIC.every((byte, i) => bytes[i] === byte))
    throw new SnapshotError('not_a_snapshot', 'the bytes are no snapshot', 'KOPRUIDX', JSON.stringify(found));
  if (bytes.length < JSON_FROM)
    throw new SnapshotError('damaged', 'the snapshot is cut off', `${JSON_FROM} bytes or more`, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== SNAPSHOT_VERSION)
    throw new SnapshotError('version_unknown', 'the snapshot has another version', SNAPSHOT_VERSION, version);
  const stated = view.getUint32(12, true);
  const actual = verified ? stated : crc32(bytes.subarray(CHECKED_FROM));
  if (stated !== actual) throw new SnapshotError('damaged', 'the snapshot is damaged', hex(stated), hex(actual));

  const vectorsFrom = JSON_FROM + view.getUint32(CHECKED_FROM, true);
  const content: Content = JSON.parse(new TextDecoder().decode(bytes.subarray(JSON_FROM, vectorsFrom)));
  if (content.model !== id) throw new SnapshotError('model_differs', 'vectors of another model', id, content.model);
  if (content.dimensions !== dimensions)
    throw new SnapshotError('model_differs', `vectors of another length of ${id}`, dimensions, content.dimensions);

  const values = new Int8Array(bytes.subarray(vectorsFrom));
  let at = 0;
  const next = (): Vector => {
    at += dimensions;
    return values.subarray(at - dimensions, at);
  };
  const withVectors = (texts: readonly string[]): EmbeddedText[] => texts.map((text) => ({ text, vector: next() }));
  return content.entries.map(({ profile, windows, sentences, names }) => ({
    profile,
    model: id,
    windows: Array.from({ length: windows }, next),
    sentences: withVectors(sentences.map((place) => sentenceAt(place, profile.text))),
    names: withVectors(names),
  }));
}

type SentencePlace = Content['entries'][number]['sentences'][number];

const placeOf = (sentence: string, text: string): SentencePlace => {
  const from = text.indexOf(sentence);
  return from < 0 ? sentence : [from, sentence.length];
};

/** A part of the text takes no memory of its own in the engines that we know. */
const sentenceAt = (place: SentencePlace, text: string): string =>
  typeof place === 'string' ? place : text.substring(place[0], place[0] + place[1]);

function byKindAndId({ profile: a }: EmbeddedProfile, { profile: b }: EmbeddedProfile): number {
  return KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');
