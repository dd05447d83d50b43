import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parentOf, SECTORS } from '../facets/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { createSectorMapper, type SectorText, sectorMapper, sectorNameTexts } from './map-sectors.ts';

/** Four sectors on three axes: two of one field share an axis and differ by the fourth value. */
const knowledge = {
  model: 'test@1',
  codes: ['livestock', 'veterinary', 'mining', 'gaming'],
  likelihoods: ({ vector }: SectorText) => {
    const [a = 0, b = 0, c = 0, d = 0] = Array.from(vector);
    return [9 * a + d, 9 * a - d, 9 * b, 9 * c];
  },
  confident: 0.6,
  possible: 0.01,
} as const;
const mapper = sectorMapper(knowledge);
const seen = (...vector: number[]): SectorText => ({ text: '', vector });

describe('the mapper', () => {
  test('ranks the likeliest sector first, and its field', () => {
    const { sectors, fields } = mapper.map(seen(0, 2, 0, 0.1));
    expect(sectors[0]?.code).toBe('mining');
    expect(fields[0]?.code).toBe('extraction');
    expect(sectors).toHaveLength(SECTORS.filter(({ parent }) => parent !== null).length);
  });

  test('a field is as likely as its sectors together, and an unknown sector is impossible', () => {
    const { sectors, fields } = mapper.map(seen(1, 1, 0, 0));
    expect(fields[0]).toMatchObject({ code: 'agrifood' });
    expect(fields[0]?.probability).toBeCloseTo(2 / 3, 3);
    expect(sectors.find(({ code }) => code === 'hydrogen')?.probability).toBe(0);
  });

  test('probabilities of all sectors, and of all fields, sum to 1, whatever the likelihoods', () => {
    const vector = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(vector, (values) => {
        const ranking = mapper.map(seen(...values));
        for (const list of [ranking.sectors, ranking.fields]) {
          expect(list.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
          const sorted = list.map(({ probability }) => probability);
          expect(sorted.toSorted((a, b) => b - a)).toEqual(sorted);
        }
      }),
    );
  });
});

describe('what is inferred', () => {
  test('is the sector of each part that is clear', () => {
    const inferred = mapper.infer([seen(0, 1, 0, 0), seen(0, 0, 1, 0)]);
    expect(inferred.sectors).toEqual(['gaming', 'mining']);
    expect(inferred.possible).toEqual(['gaming', 'mining']);
  });

  test('is the field where its sectors cannot be told apart', () => {
    const { sectors, possible } = mapper.infer([seen(1, 0, 0, 0)]);
    expect(sectors).toEqual(['agrifood']);
    for (const { code } of SECTORS.filter((s) => s.parent === 'agrifood')) expect(possible).toContain(code);
    expect(possible).not.toContain('mining');
  });

  test('is nothing where two fields are as likely, and then both stay possible', () => {
    expect(mapper.infer([seen(0, 1, 1, 0)])).toEqual({ sectors: [], possible: ['gaming', 'mining'] });
  });

  test('every sector that is read is possible, whatever the parts', () => {
    const parts = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(parts, (vectors) => {
        const { sectors, possible } = mapper.infer(vectors.map((vector) => seen(...vector)));
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
    const text = 'cybersecurity, information security, antivirus';
    const [vector = new Float32Array()] = await embedder.embed([text]);
    expect(byNames.model).toBe(embedder.id);
    expect(byNames.map({ text, vector }).sectors[0]?.code).toBe('cybersecurity');
    expect(byNames.infer([{ text, vector }])).toMatchObject({ sectors: [], possible: { length: 80 } });
    expect(() => byNames.map({ text, vector: [1, 2] })).toThrow(RangeError);
  });
});
