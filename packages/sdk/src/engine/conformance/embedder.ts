import { type Embedder, EmbedderError } from '../embedder.ts';
import { type ConformanceCase, check } from './case.ts';

const TEXTS = [
  'Muğan düzündə torpağın duzluluğunu ölçən zondlar',
  'Тоо жайытындагы койлорго моюнча тагабыз',
  'Sulama için toprak nemi ölçen sensörler',
];

const length = (v: Float32Array): number => Math.hypot(...v);

async function embedOne(embedder: Embedder, text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text]);
  if (!vector) throw new Error('embed() returned no vector for one text');
  return vector;
}

/**
 * The suite that every {@link Embedder} must pass, free of any test framework:
 * `for (const c of embedderConformance(make)) test(c.name, c.run)`.
 *
 * @param make gives the embedder under test; called once for each case.
 */
export function embedderConformance(make: () => Embedder | Promise<Embedder>): ConformanceCase[] {
  return [
    {
      name: 'names itself with id and version, and a whole number of dimensions',
      async run() {
        const embedder = await make();
        check(/^[\w./-]+@[\w.-]+$/.test(embedder.id), `id "${embedder.id}" is not of the form name@version`);
        check(
          Number.isInteger(embedder.dimensions) && embedder.dimensions > 0,
          'dimensions must be a positive integer',
        );
      },
    },
    {
      name: 'gives one unit vector for each text, in order',
      async run() {
        const embedder = await make();
        const batch = await embedder.embed(TEXTS);
        check(batch.length === TEXTS.length, `${TEXTS.length} texts gave ${batch.length} vectors`);
        for (const [i, text] of TEXTS.entries()) {
          const vector = batch[i] as Float32Array;
          check(vector.length === embedder.dimensions, `vector ${i} has ${vector.length} values`);
          check(Math.abs(length(vector) - 1) < 1e-3, `vector ${i} has length ${length(vector)}`);
          const alone = await embedOne(embedder, text);
          const dot = alone.reduce((sum, x, d) => sum + x * (vector[d] as number), 0);
          check(dot > 0.999, `text ${i} alone and in a batch differ (cosine ${dot})`);
        }
      },
    },
    {
      name: 'is deterministic, and tells different texts apart',
      async run() {
        const embedder = await make();
        const [a, b] = [await embedOne(embedder, TEXTS[0] as string), await embedOne(embedder, TEXTS[0] as string)];
        check(
          a.every((x, d) => x === b[d]),
          'the same text gave two vectors',
        );
        const other = await embedOne(embedder, TEXTS[1] as string);
        check(
          a.some((x, d) => Math.abs(x - (other[d] as number)) > 1e-4),
          'different texts gave the same vector',
        );
      },
    },
    {
      name: 'takes a text longer than its window, an emoji and a lone surrogate',
      async run() {
        const embedder = await make();
        for (const text of ['su sensoru '.repeat(2000), '🚜', 'tarla \ud83d tarla']) {
          const vector = await embedOne(embedder, text);
          check(vector.every(Number.isFinite), 'a vector holds a value that is not a finite number');
        }
      },
    },
    {
      name: 'centres by language, if it does, without changing what it was given, and leaves other languages alone',
      async run() {
        const embedder = await make();
        if (!embedder.centre) return;
        const vector = await embedOne(embedder, TEXTS[0] as string);
        const before = Float32Array.from(vector);
        const centred = embedder.centre(vector, 'az');
        check(Math.abs(length(centred) - 1) < 1e-3, `a centred vector has length ${length(centred)}`);
        for (const lang of [undefined, 'xx']) {
          const same = embedder.centre(vector, lang);
          check(
            same.every((x, d) => x === before[d]),
            `the language ${lang} changed the vector`,
          );
        }
        check(
          vector.every((x, d) => x === before[d]),
          'centre() changed the vector that it was given',
        );
      },
    },
    {
      name: 'gives no vectors for no texts',
      async run() {
        check((await (await make()).embed([])).length === 0, 'embed([]) must give []');
      },
    },
    {
      name: 'refuses a text with nothing to embed and names its position',
      async run() {
        const embedder = await make();
        for (const text of ['', '   ', '\u0000\u200b\n']) {
          const error: unknown = await embedder.embed([TEXTS[0] as string, text]).then(
            () => undefined,
            (e: unknown) => e,
          );
          check(error instanceof EmbedderError, `embed(["…", ${JSON.stringify(text)}]) must throw an EmbedderError`);
          const { code, index } = error as EmbedderError;
          check(code === 'text_empty' && index === 1, `expected text_empty at 1, got ${code} at ${index}`);
        }
      },
    },
  ];
}
