import { readFile } from 'node:fs/promises';
import { isSectorCode, parentOf, SECTORS } from '@kopru/sdk/facets';
import { isLocale } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { learnWords } from '../convert/sector-cells.ts';
import { fitLinear } from '../convert/sector-linear.ts';
import { balanced, sectorSamples } from '../convert/sector-samples.ts';
import { createEmbedder, createMatcher, MODEL, sectors } from './index.ts';
import { SECTOR_WEIGHTS } from './sector-weights.ts';
import { WORD_CELLS, wordCells } from './sector-words.ts';
import { SECTORS_A_CELL } from './sectors.ts';

const CODES = SECTORS.filter(({ parent }) => parent !== null).map(({ code }) => code);
const rows = async (path: string) =>
  (await readFile(new URL(path, import.meta.url), 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string, string]);

describe('what the mapper is made of', () => {
  test('the weights are of this model, and know every sector', () => {
    expect(SECTOR_WEIGHTS.model).toBe(MODEL.id);
    expect(SECTOR_WEIGHTS.sectors.split(' ')).toEqual(CODES);
  });

  test('every label is a sector of a topic of the pairs', async () => {
    const topics = new Set((await rows('../../../eval/data/pairs.tsv')).map(([topic]) => topic));
    for (const [topic, code] of await rows('../convert/pair-sectors.tsv')) {
      expect(topics, topic).toContain(topic);
      expect(isSectorCode(code) && parentOf(code), `${topic} ${code}`).toBeTruthy();
    }
  });

  test('every sector has texts of its own in every language, each once', async () => {
    const texts = await rows('../convert/sector-texts.tsv');
    expect(new Set(texts.map((row) => row.slice(0, 2).join(' '))).size).toBe(CODES.length * 9);
    expect(new Set(texts.map(([, , text]) => text)).size).toBe(texts.length);
    for (const [code, lang] of texts) expect(isSectorCode(code) && parentOf(code) && isLocale(lang), code).toBe(true);
  });

  test('every sector has as many topics, each told three times in different languages, each text once', async () => {
    const texts = await rows('../convert/sector-topics.tsv');
    for (const code of CODES) {
      const topics = Map.groupBy(
        texts.filter((row) => row[1] === code),
        ([topic]) => topic,
      );
      expect(topics.size, code).toBe(25);
      for (const [topic, own] of topics) expect(new Set(own.map(([, , lang]) => lang)).size, topic).toBe(3);
    }
    expect(new Set(texts.map(([, , , text]) => text)).size).toBe(CODES.length * 75);
  });

  test('pitches and terms are of sectors and languages that there are, and each stands once', async () => {
    for (const file of ['sector-pitches', 'sector-terms']) {
      const texts = await rows(`../convert/${file}.tsv`);
      for (const [code, lang] of texts) expect(isSectorCode(code) && parentOf(code) && isLocale(lang), code).toBe(true);
      expect(new Set(texts.map((row) => row.join(' '))).size, file).toBe(texts.length);
    }
    const terms = await rows('../convert/sector-terms.tsv');
    expect(new Set(terms.map((row) => row.slice(0, 2).join(' '))).size).toBe(CODES.length * 9);
  });

  test('the words that ship are learned from those texts', () => {
    const samples = sectorSamples().map(({ code, text, counts: [, weight] }) => ({
      text,
      sector: CODES.indexOf(code),
      weight,
    }));
    expect(Buffer.from(learnWords(balanced(samples, CODES.length), CODES.length).words).toString('base64')).toBe(
      SECTOR_WEIGHTS.words,
    );
  });
});

describe('words', () => {
  test('are the same in every script, case and suffix that the languages have', () => {
    const same = [
      ['телефон', 'Telefon'],
      ['БАНК', 'bank'],
      ['sug‘orish', "sug'orish"],
      ['шарт', 'şart'],
      ['İhracat', 'ihracat'],
    ] as const;
    for (const [a, b] of same) expect([...wordCells(a)], a).toEqual([...wordCells(b)]);
    const stem = wordCells('электростанция');
    for (const cell of [...stem].slice(0, 4)) expect(wordCells('электростанциялардын')).toContain(cell);
  });

  test('lie in the cells that there are, and a text without words has none', () => {
    for (const cell of wordCells('Шағын жел турбинасы, 5G и дрон 2000')) {
      expect(cell).toBeGreaterThanOrEqual(0);
      expect(cell).toBeLessThan(WORD_CELLS);
    }
    expect(wordCells('… — 7 и').size).toBe(0);
  });

  test('speak for the sector that says them, and a word of all for none more than for another', () => {
    const { words } = learnWords(
      [
        { text: 'turbine everywhere', sector: 0, weight: 1 },
        { text: 'mosque everywhere', sector: 1, weight: 1 },
      ],
      2,
    );
    const sectorsOf = (word: string) =>
      [...wordCells(word)].map((cell) =>
        [...words.subarray(cell * SECTORS_A_CELL, (cell + 1) * SECTORS_A_CELL)].flatMap((x) =>
          x ? [(x - 1) % 2] : [],
        ),
      );
    for (const found of sectorsOf('turbine')) expect(found).toEqual([0]);
    for (const found of sectorsOf('mosque')) expect(found).toEqual([1]);
    for (const found of sectorsOf('everywhere')) expect(found.toSorted()).toEqual([0, 1]);
  });
});

test('the linear fit tells apart what a plane can', () => {
  const at = (x: number, y: number, sector: number) => ({ query: Float32Array.of(x, y), sector, weight: 10 });
  const samples = [at(1, 0, 0), at(0.8, 0.6, 0), at(-1, 0, 1), at(0, -1, 2), at(0.6, -0.8, 2)];
  const weights = fitLinear(samples, 3);
  for (const { query, sector } of samples) {
    const scores = [0, 1, 2].map(
      (s) => weights[s * 3]! * query[0]! + weights[s * 3 + 1]! * query[1]! + weights[s * 3 + 2]!,
    );
    expect(scores.indexOf(Math.max(...scores))).toBe(sector);
  }
});

test('a text and a name in any language are mapped by what ships', async () => {
  const embedder = await createEmbedder();
  for (const text of ['Сүт сыйырларынын көмүнө датчик тагабыз', 'қой шаруашылығы', 'sheep']) {
    const [vector = new Float32Array()] = await embedder.embed([text]);
    expect(sectors().map({ text, vector }).fields[0]?.code, text).toBe('agrifood');
    expect(sectors().infer([{ text, vector }]).possible, text).toContain('livestock');
  }
  expect(() => sectors().map({ text: 'sheep', vector: [1, 2] })).toThrow(RangeError);
});

test('a mandate that excludes a sector keeps out a silent startup of it, and not a silent one of another', async () => {
  const matcher = await createMatcher();
  const startup = (pitch: string) => ({ name: 'A', pitch, consent: { matching: true } });
  await matcher.add('startup', 'game', startup('Köçəri tayfalar haqqında mobil strategiya oyunu hazırlayırıq.'));
  await matcher.add('startup', 'mine', startup('Altun madeninde cevheri öğütmeden önce ayıran makine kuruyoruz.'));
  const thesis = 'We back founders across the region.';
  const profile = { name: 'F', thesis, excludedSectors: ['mining'], consent: { matching: true } };
  const { matches, rejected } = await matcher.match({ kind: 'investor', profile }, { rejected: 5 });
  expect(matches.map(({ id }) => id)).toEqual(['game']);
  expect(rejected.map(({ id }) => id)).toEqual(['mine']);
});
