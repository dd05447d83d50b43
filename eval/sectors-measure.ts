import type { InferredSectors, SectorMapper, SectorRanking } from '@kopru/sdk/engine';
import { type FieldCode, parentOf, SECTORS, type SectorCode } from '@kopru/sdk/facets';
import { bootstrap, mean, rank } from '@kopru/sdk/metrics';
import { LOCALE_STRINGS, LOCALES } from '@kopru/sdk/strings';
import { minisearch } from './baselines/minisearch.ts';
import type { SectorText } from './sectors-truth.ts';

/** Whether one text was mapped rightly: second level first, or among the first three; first level first. */
export interface Outcome {
  readonly topic: string;
  readonly lang: string;
  readonly top1: boolean;
  readonly top3: boolean;
  readonly level1: boolean;
}

const MEASURES = ['top1', 'top3', 'level1'] as const;
export type Shares = Readonly<Record<(typeof MEASURES)[number], number>>;

/** Shares of right answers, each in [0,1]. */
export const sharesOf = (outcomes: readonly Outcome[]): Shares =>
  Object.fromEntries(MEASURES.map((m) => [m, mean(outcomes.map((o) => Number(o[m])))])) as Shares;

export function outcomeOf({ topic, lang, sector, field }: SectorText, { sectors, fields }: SectorRanking): Outcome {
  return {
    topic,
    lang,
    top1: sectors[0]?.code === sector,
    top3: sectors.slice(0, 3).some(({ code }) => code === sector),
    level1: fields[0]?.code === field,
  };
}

/** BM25 over the names: a sector is the page of its labels and synonyms in all languages, a field that of its best sector. */
export function outcomesOfWordSearch(texts: readonly SectorText[]): Outcome[] {
  const codes = SECTORS.filter(({ parent }) => parent !== null).map(({ code }) => code);
  const pages = codes.map((code) =>
    LOCALES.flatMap((l) => [LOCALE_STRINGS[l].sectors[code], ...LOCALE_STRINGS[l].synonyms[code]]).join(', '),
  );
  const scoresOf = minisearch(
    texts.map(({ text }) => text),
    pages,
  );
  return texts.map((text, q) => {
    const ranked = rank(scoresOf(q)).map((i) => codes[i] as SectorCode);
    const entry = (code: SectorCode) => ({ code, probability: 0 });
    return outcomeOf(text, {
      sectors: ranked.map(entry),
      fields: ranked.slice(0, 1).map((code) => entry(parentOf(code) as FieldCode)),
    });
  });
}

/** How far what is read from texts may be relied on: each a share in [0,1], but for `stillPossible`, a number of sectors. */
export function inferenceOf(texts: readonly SectorText[], inferred: readonly InferredSectors[]) {
  const right = (text: SectorText, code: SectorCode) => code === text.sector || code === text.field;
  const read = texts.flatMap((text, i) => inferred[i]!.sectors.map((code) => right(text, code)));
  return {
    read: mean(inferred.map(({ sectors }) => Number(sectors.length > 0))),
    precision: mean(read.map(Number)),
    notRuledOut: mean(texts.map(({ sector }, i) => Number(inferred[i]!.possible.includes(sector)))),
    stillPossible: mean(inferred.map(({ possible }) => possible.length)),
  };
}

/** 95 % intervals over the topics, since the nine texts of a topic are one idea. */
export function intervalsOf(outcomes: readonly Outcome[]): Intervals {
  const topics = [...Map.groupBy(outcomes, ({ topic }) => topic).values()].map(sharesOf);
  const interval = (m: keyof Shares) => {
    const { low, high } = bootstrap(topics.length, (times) =>
      mean(topics.flatMap((shares, i) => new Array<number>(times[i] ?? 0).fill(shares[m]))),
    );
    return [low, high] as const;
  };
  return { top1: interval('top1'), top3: interval('top3'), level1: interval('level1') };
}

type Intervals = Readonly<Record<(typeof MEASURES)[number], readonly [low: number, high: number]>>;

export const mapAll = (
  mapper: SectorMapper,
  texts: readonly SectorText[],
  vectors: readonly Float32Array[],
): Outcome[] =>
  texts.map((text, i) => outcomeOf(text, mapper.map({ text: text.text, vector: vectors[i] as Float32Array })));
