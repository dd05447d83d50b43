import { expect, it } from 'vitest';
import { languageBias } from './bias.ts';
import { retrievalTask } from './retrieval.ts';
import { LANGUAGES, type LabelledText } from './texts.ts';

const TOPICS = ['a', 'b', 'c', 'd', 'e', 'f'];
const texts: LabelledText[] = TOPICS.flatMap((topic) =>
  (['startup', 'thesis'] as const).flatMap((kind) =>
    LANGUAGES.map((lang, line) => ({ topic, kind, lang, text: `${topic} ${kind} ${lang}`, line })),
  ),
);
const task = retrievalTask(texts);

/** One dimension for each topic and each language: the vector is the topic, and so much of the language. */
const vectors = (of: readonly LabelledText[], language: number) =>
  of.map(({ topic, lang }) => {
    const vector = new Float32Array(TOPICS.length + LANGUAGES.length);
    vector[TOPICS.indexOf(topic)] = 1;
    vector[TOPICS.length + LANGUAGES.indexOf(lang as (typeof LANGUAGES)[number])] = language;
    return vector.map((x) => x / Math.hypot(1, language));
  });
const biasAt = (language: number) =>
  languageBias(task, vectors(task.queries, language), vectors(task.candidates, language), 50);

it('sees no difference where vectors hold the topic alone', () => {
  const { map, gap, sameAmongFirstNine, otherLanguage } = biasAt(0);
  expect(map).toBe(1);
  expect(sameAmongFirstNine).toBeCloseTo(1 / 9, 12);
  // Nine right startups at ranks 1 to 9, in the order of the file.
  expect(otherLanguage).toBeCloseTo(5, 12);
  expect(gap.value).toBeCloseTo(0, 12);
});

it('sees that a thesis finds its own language first where vectors hold the language too', () => {
  const some = biasAt(0.5);
  expect([some.sameLanguage, some.otherLanguage]).toEqual([1, 5.5]);
  expect(some.meanRank.az?.az).toBe(1);
  const much = biasAt(2);
  expect(much.sameAmongFirstNine).toBeCloseTo(6 / 9, 12);
  expect(much.gap.low).toBeGreaterThan(some.gap.high);
});
