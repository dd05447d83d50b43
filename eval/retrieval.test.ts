import { describe, expect, it } from 'vitest';
import { cosineScorer, measure, retrievalTask } from './retrieval.ts';
import type { Kind, LabelledText } from './texts.ts';

const text = (topic: string, kind: Kind, lang = 'en'): LabelledText => ({
  topic,
  kind,
  lang,
  text: `${topic} ${kind}`,
  line: 0,
});

describe('a retrieval task', () => {
  const task = retrievalTask([
    text('both', 'startup'),
    text('both', 'thesis'),
    text('offered', 'startup'),
    text('offered', 'startup'),
    text('sought', 'thesis'),
  ]);

  it('asks only what can be answered', () => expect(task.queries.map((t) => t.topic)).toEqual(['both']));
  it('keeps the startups that no thesis seeks, to be found by mistake', () => {
    expect(task.candidates.map((t) => t.topic)).toEqual(['both', 'offered', 'offered']);
  });
  it('counts the topics that lack a side', () => {
    expect(task.topics).toEqual({ complete: 1, withoutStartup: 1, withoutThesis: 1 });
  });
});

describe('the figures of a task', () => {
  const task = retrievalTask([
    ...['a', 'a', 'b', 'c'].map((topic) => text(topic, 'startup')),
    text('a', 'thesis', 'tr'),
    text('b', 'thesis', 'hu'),
    text('c', 'thesis', 'hu'),
  ]);
  const scores = [
    [9, 1, 5, 0], // a: ranks 1 and 3
    [1, 2, 3, 4], // b: rank 2
    [0, 0, 0, 0], // c: all equal, so the order of the candidates decides: rank 4
  ];
  const figures = measure(task, (q) => scores[q] as number[]);
  const [ap1, ap2, ap3] = [(1 + 2 / 3) / 2, 1 / 2, 1 / 4];

  it('are means over the queries', () => {
    expect(figures.map).toBeCloseTo((ap1 + ap2 + ap3) / 3, 12);
    expect(figures.mrr).toBeCloseTo((1 + 1 / 2 + 1 / 4) / 3, 12);
    expect(figures.p3).toBeCloseTo((2 / 3 + 1 / 3 + 0) / 3, 12);
    const log = Math.log2;
    expect(figures.ndcg10).toBeCloseTo((1.5 / (1 + 1 / log(3)) + 1 / log(3) + 1 / log(5)) / 3, 12);
  });

  it('have the MAP of each language of the thesis', () => {
    expect(Object.keys(figures.byLang)).toEqual(['tr', 'hu']);
    expect(figures.byLang.tr).toBeCloseTo(ap1, 12);
    expect(figures.byLang.hu).toBeCloseTo((ap2 + ap3) / 2, 12);
  });
});

describe('the cosine scorer', () => {
  it('gives the dot product of a query with every candidate', () => {
    const scorer = cosineScorer(
      [Float32Array.of(1, 0), Float32Array.of(0.6, 0.8)],
      [Float32Array.of(0, 1), Float32Array.of(1, 0)],
    );
    expect(scorer(0)).toEqual([0, 1]);
    expect(Array.from(scorer(1))).toEqual([expect.closeTo(0.8, 6), expect.closeTo(0.6, 6)]);
  });
});
