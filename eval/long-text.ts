import { averagePrecision, mean, rank } from '@kopru/sdk/metrics';
import type { EmbedTexts } from './embed.ts';
import { dot } from './retrieval.ts';
import type { LabelledText } from './texts.ts';

/** A way to embed a text that may be longer than the model reads. */
interface Combination {
  /** The pieces that are embedded; at least one. */
  pieces(text: string): string[];
  /** `mean`: one vector, the mean of the pieces' vectors. `best`: the two pieces that agree most decide. */
  readonly compare: 'mean' | 'best';
}

const COMBINATIONS: Readonly<Record<string, Combination>> = {
  whole: { pieces: (text) => [text], compare: 'mean' },
  sentences: { pieces: sentences, compare: 'mean' },
  windows180: { pieces: (text) => windows(text, 180), compare: 'mean' },
  windows300: { pieces: (text) => windows(text, 300), compare: 'mean' },
  windows360: { pieces: (text) => windows(text, 360), compare: 'mean' },
  bestSentence: { pieces: sentences, compare: 'best' },
  bestWindow300: { pieces: (text) => windows(text, 300), compare: 'best' },
};

/** How many theses make a long one: together beyond the 128 tokens that the model reads. */
const JOINED = 4;

/** Texts, and which of the candidates are right for a query. */
interface LongTextTask {
  readonly queries: readonly string[];
  readonly candidates: readonly string[];
  relevant(query: number, candidate: number): boolean;
}

/**
 * MAP of each way to combine the pieces of a text, on the texts as they are and on long theses, each
 * made of four theses of one language. A long thesis seeks the startups of all its topics, as a
 * fund does that names several fields.
 */
export async function compareLongText(
  texts: readonly LabelledText[],
  embedTexts: EmbedTexts,
): Promise<Record<'asIs' | 'joined', Record<string, number>>> {
  const tasks = { asIs: taskOf(texts, 1), joined: taskOf(texts, JOINED) };
  const pieces = Object.values(tasks).flatMap(({ queries, candidates }) =>
    [...queries, ...candidates].flatMap((text) => Object.values(COMBINATIONS).flatMap((c) => c.pieces(text))),
  );
  const unique = [...new Set(pieces)];
  const vectors = await embedTexts(unique);
  const vectorOf = new Map(unique.map((piece, i) => [piece, vectors[i] as Float32Array]));
  const embed = (combination: Combination, text: string) => {
    const parts = combination.pieces(text).map((piece) => vectorOf.get(piece) as Float32Array);
    return combination.compare === 'mean' ? [unitMean(parts)] : parts;
  };
  const mapOf = (task: LongTextTask, combination: Combination) => {
    const candidates = task.candidates.map((text) => embed(combination, text));
    return mean(
      task.queries.map((text, q) => {
        const query = embed(combination, text);
        const scores = candidates.map((candidate) =>
          Math.max(...query.flatMap((a) => candidate.map((b) => dot(a, b)))),
        );
        return averagePrecision(rank(scores).map((c) => task.relevant(q, c)));
      }),
    );
  };
  const mapsOf = (task: LongTextTask) =>
    Object.fromEntries(Object.entries(COMBINATIONS).map(([name, combination]) => [name, mapOf(task, combination)]));
  return { asIs: mapsOf(tasks.asIs), joined: mapsOf(tasks.joined) };
}

/**
 * @param joined how many theses of one language make a query. They stand far apart in the file,
 *   whose neighbours are alike.
 */
function taskOf(texts: readonly LabelledText[], joined: number): LongTextTask {
  const startups = texts.filter((t) => t.kind === 'startup');
  const theses = Map.groupBy(
    texts.filter((t) => t.kind === 'thesis'),
    (t) => t.lang,
  );
  const queries = [...theses.values()].flatMap((of) => {
    const stride = Math.floor(of.length / joined);
    return of.map((_, i) => Array.from({ length: joined }, (_, j) => of[(i + j * stride) % of.length] as LabelledText));
  });
  return {
    queries: queries.map((parts) => parts.map((t) => t.text).join(' ')),
    candidates: startups.map((t) => t.text),
    relevant: (q, c) => (queries[q] ?? []).some((t) => t.topic === startups[c]?.topic),
  };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export function sentences(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((s) => s !== '');
}

/** Neighbouring sentences joined up to `limit` characters; a longer sentence is cut between words. */
export function windows(text: string, limit: number): string[] {
  const joined: string[] = [];
  for (const piece of sentences(text).flatMap((s) => (s.length > limit ? s.split(/\s+/) : [s]))) {
    const longer = joined.length === 0 ? piece : `${joined.at(-1)} ${piece}`;
    if (joined.length > 0 && longer.length <= limit) joined[joined.length - 1] = longer;
    else joined.push(piece);
  }
  return joined;
}

function unitMean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (const [d, x] of vector.entries()) sum[d] = (sum[d] as number) + x;
  const length = Math.hypot(...sum);
  return sum.map((x) => x / length);
}
