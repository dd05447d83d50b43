import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profile } from '../../test/arbitraries.ts';
import { INVESTOR, STARTUP } from '../../test/profiles.ts';
import { hashEmbedder } from './conformance/index.ts';
import { createMatcher } from './matcher.ts';
import type { Message } from './pairing.ts';
import type { Match } from './rate.ts';
import type { Viewer } from './visibility.ts';
import { CALIBRATION, MOST_CAUTIONS, MOST_REASONS, NEUTRAL } from './weights.ts';

const embedder = hashEmbedder();

async function explained(startup: object, investor: object, viewer: Viewer): Promise<Match | undefined> {
  const matcher = createMatcher({ embedder });
  await matcher.add('startup', 's', startup);
  await matcher.add('investor', 'i', investor);
  return (await matcher.match({ kind: 'startup', id: 's' }, { viewer })).matches[0];
}

/** The signal that a message speaks of: `sector.shared` and `unknown.sector` of `sector`. */
const nameOf = ({ key }: Message) => key.split('.').find((part) => part !== 'unknown') as string;

describe('an explanation', () => {
  test('has at most four reasons and one caution, of signals that raise and lower the score, the strongest first', async () => {
    const viewers = fc.constantFrom<Viewer>({ sees: 'all' }, { side: 'startup' });
    const hidden = fc.subarray(['thesis', 'sectors', 'stages', 'countries', 'ticket', 'country', 'languages']);
    await fc.assert(
      fc.asyncProperty(
        profile('startup'),
        profile('investor'),
        hidden,
        viewers,
        async (startup, investor, fields, viewer) => {
          const match = await explained(startup, { ...investor, private: fields }, viewer);
          if (!match) return;
          const { reasons, cautions, signals } = match;
          const gain = (message: Message) => {
            const { value, weights } = signals.find(({ name }) => name === nameOf(message))!;
            const without = nameOf(message) === 'semantic' ? CALIBRATION.prior : NEUTRAL;
            return ((value ?? NEUTRAL) - without) * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
          };
          expect(reasons.length).toBeLessThanOrEqual(MOST_REASONS);
          expect(cautions.length).toBeLessThanOrEqual(MOST_CAUTIONS);
          const gains = reasons.map(gain);
          expect(gains).toEqual(gains.toSorted((a, b) => b - a));
          for (const each of gains) expect(each).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('warns of what costs most', async () => {
    const both = { ...INVESTOR, thesis: STARTUP.pitch, sectors: ['payments'], languages: ['hu'] };
    expect((await explained(STARTUP, both, { sees: 'all' }))?.cautions.map(({ key }) => key)).toEqual([
      'sector.different',
    ]);
    expect(
      (await explained(STARTUP, { ...both, private: ['sectors'] }, { side: 'startup' }))?.cautions.map(
        ({ key }) => key,
      ),
    ).toEqual(['language.none']);
  });
});
