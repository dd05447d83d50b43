import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parentOf, SECTORS } from '../facets/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { createSectorMapper, sectorMapper, sectorNameTexts } from './map-sectors.ts';

const examples = {
  model: 'test@1',
  vectors: [
    { code: 'livestock', vector: [1, 0.2, 0, 0] },
    { code: 'veterinary', vector: [1, -0.2, 0, 0] },
    { code: 'mining', vector: [0, 0, 1, 0] },
    { code: 'gaming', vector: [0, 0, 0, 1] },
  ],
  confident: 0.6,
  possible: 0.01,
} as const;
const mapper = sectorMapper(examples);

describe('the mapper', () => {
  test('ranks the sector of the nearest examples first, and its field', () => {
    const { sectors, fields } = mapper.map([0, 0.1, 2, 0]);
    expect(sectors[0]?.code).toBe('mining');
    expect(fields[0]?.code).toBe('extraction');
  });

  test('a sector is not likelier for having more examples', () => {
    const many = sectorMapper({
      model: 'test@1',
      vectors: [
        ...Array.from({ length: 9 }, () => ({ code: 'mining', vector: [1, 0] }) as const),
        ...Array.from({ length: 1 }, () => ({ code: 'gaming', vector: [0, 1] }) as const),
        // Balances the centre, so that only the number of examples differs.
        ...Array.from({ length: 8 }, () => ({ code: 'events', vector: [0, 1] }) as const),
      ],
    });
    const { sectors } = many.map([1, 1]);
    const of = (code: string) => sectors.find((s) => s.code === code)?.probability;
    expect(of('mining')).toBeCloseTo(of('gaming') as number, 6);
  });

  test('probabilities of all sectors, and of all fields, sum to 1, whatever the vector', () => {
    const vector = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(vector, fc.integer({ min: 1, max: 50 }), (values, factor) => {
        const ranking = mapper.map(values);
        for (const list of [ranking.sectors, ranking.fields]) {
          expect(list.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
          const sorted = list.map(({ probability }) => probability);
          expect(sorted.toSorted((a, b) => b - a)).toEqual(sorted);
        }
        const longer = mapper.map(values.map((x) => x * factor));
        for (const [i, { probability }] of longer.sectors.entries())
          expect(probability).toBeCloseTo(ranking.sectors[i]?.probability as number, 5);
      }),
    );
  });

  test('refuses a vector of another length, and examples that are none', () => {
    expect(() => mapper.map([1, 2])).toThrow(RangeError);
    expect(() => sectorMapper({ model: 'test@1', vectors: [] })).toThrow(RangeError);
  });
});

describe('what is inferred', () => {
  test('is the sector of each window that is clear', () => {
    const inferred = mapper.infer([
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
    expect(inferred.sectors).toEqual(['gaming', 'mining']);
    expect(inferred.possible).toEqual(['gaming', 'mining']);
  });

  test('is the field where its sectors cannot be told apart', () => {
    const { sectors, possible } = mapper.infer([[1, 0, 0, 0]]);
    expect(sectors).toEqual(['agrifood']);
    for (const { code } of SECTORS.filter((s) => s.parent === 'agrifood')) expect(possible).toContain(code);
    expect(possible).not.toContain('mining');
  });

  test('is nothing where two fields are as likely, and then both stay possible', () => {
    expect(mapper.infer([[0, 0, 1, 1]])).toEqual({ sectors: [], possible: ['gaming', 'mining'] });
  });

  test('every sector that is read is possible, whatever the windows', () => {
    const windows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(windows, (vectors) => {
        const { sectors, possible } = mapper.infer(vectors);
        for (const code of sectors.filter((c) => parentOf(c) !== null)) expect(possible).toContain(code);
      }),
    );
  });
});

describe('a mapper from the names alone', () => {
  test('has each sector in each language, finds a sector by its name, and infers nothing', async () => {
    expect(sectorNameTexts()).toHaveLength(80 * 9);
    const embedder = hashEmbedder();
    const byNames = await createSectorMapper(embedder);
    const [vector] = await embedder.embed(['cybersecurity, information security, antivirus']);
    expect(byNames.model).toBe(embedder.id);
    expect(byNames.map(vector!).sectors[0]?.code).toBe('cybersecurity');
    expect(byNames.infer([vector!])).toMatchObject({ sectors: [], possible: { length: 80 } });
  });
});
