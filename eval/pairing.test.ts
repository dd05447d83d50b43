import { describe, expect, it } from 'vitest';
import { experts } from './experts.ts';
import { labs } from './labs.ts';
import { needs } from './needs.ts';
import { offers } from './offers.ts';
import { mistakesIn } from './pairing.ts';
import { readGateCases, readTopicTexts } from './pairing-cases.ts';
import { patentLabs } from './patent-labs.ts';
import { patents } from './patents.ts';
import { programmes } from './programmes.ts';
import { startupLabs } from './startup-labs.ts';

describe.each(
  [experts, programmes, patents, labs, startupLabs, patentLabs, needs, offers].map(
    (pairing) => [pairing.name, pairing] as const,
  ),
)('the cases of %s', async (_, pairing) => {
  const cases = await readGateCases(pairing);

  it('are decided by the engine as by the officer, in at least 60 cases', () => {
    expect(cases.flatMap((one) => mistakesIn(pairing, one))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it('try each gate in each of its answers', () => {
    for (const [i, name] of pairing.gates.entries()) {
      // An exclusion is never unknown: it fails closed.
      const answers = name === 'exclusion' ? ['pass', 'fail'] : ['pass', 'unknown', 'fail'];
      expect(new Set(cases.map(({ gates }) => gates[i])), name).toEqual(new Set(answers));
    }
  });

  it('tell a case that is decided otherwise', () => {
    const [first] = cases;
    expect(mistakesIn(pairing, { ...first!, reasons: [...first!.reasons, 'pair.different'] })).toHaveLength(1);
  });

  it('have for each who seeks two who are right, in other languages than its own', async () => {
    const texts = await readTopicTexts(pairing);
    const [seeks, sought] = pairing.columns;
    for (const [topic, some] of Map.groupBy(texts, ({ topic }) => topic)) {
      expect(
        some.map(({ kind }) => kind),
        topic,
      ).toEqual([seeks, sought, sought]);
      expect(new Set(some.map(({ lang }) => lang)).size, topic).toBe(3);
    }
    const langs = Map.groupBy(
      texts.filter(({ kind }) => kind === seeks),
      ({ lang }) => lang,
    );
    expect([...langs.values()].map(({ length }) => length)).toEqual(Array(9).fill(2));
  });
});
