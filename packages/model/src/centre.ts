import { LANGUAGE_OFFSETS } from './language-offsets.ts';
import { MODEL } from './model.ts';

/**
 * Takes out of a vector what it says of its language: less the offset of the language's mean from
 * the mean of all, at length 1 again. Texts of one language then lie no nearer to each other than to
 * those of another. A language that is not one of the nine, or not known, leaves the vector as it is.
 *
 * @param vector of this model, length 1.
 * @param lang ISO 639-1 code of the text.
 * @returns a vector of length 1; the one given stays as it was.
 */
export function centre(vector: Float32Array, lang: string | undefined): Float32Array {
  const offset = lang === undefined ? undefined : offsetOf(lang);
  if (!offset) return vector;
  const moved = vector.map((x, d) => x - (offset[d] as number));
  const length = Math.hypot(...moved);
  return moved.map((x) => x / length);
}

const decoded = new Map<string, Float32Array>();

function offsetOf(lang: string): Float32Array | undefined {
  if (!Object.hasOwn(LANGUAGE_OFFSETS.offsets, lang)) return;
  const known = decoded.get(lang);
  if (known) return known;
  const { scale, steps } = LANGUAGE_OFFSETS.offsets[lang as keyof typeof LANGUAGE_OFFSETS.offsets];
  const bytes = Int8Array.from(atob(steps), (c) => c.charCodeAt(0));
  if (LANGUAGE_OFFSETS.model !== MODEL.id || bytes.length !== MODEL.dimensions) {
    throw new RangeError(`the language offsets are of ${LANGUAGE_OFFSETS.model}, the vectors of ${MODEL.id}`);
  }
  const offset = Float32Array.from(bytes, (step) => step * scale);
  decoded.set(lang, offset);
  return offset;
}
