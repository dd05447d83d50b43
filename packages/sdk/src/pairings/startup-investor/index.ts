import { row } from '../row.ts';
import { GATES } from './gates.ts';
import { LIMITS } from './limits.ts';
import { synergy } from './portfolio.ts';
import { SIGNALS } from './signals.ts';

/**
 * Startups and investors. Weights are shares of each side's utility, each in [0,1], summing to 1.
 * The text leads on both sides: with every facet met, a text that says nothing of the kind leaves
 * the score at 45. Then each side weighs what is at stake for it: the investor sector, stage and
 * country, which its mandate names; the founder the share of the round and the market that the
 * investor opens. A weight is small, not 0, where the other side's concern is a little one's own.
 *
 * Source: for text and sector the dev split (`npm run eval -- ablation`), on which a larger share
 * for the sector would rank better still; it is held back because there every sector is stated and
 * right. For the rest judgement, which feedback corrects hub by hub.
 */
export const startupInvestor = row({
  sides: ['startup', 'investor'],
  gates: GATES,
  signals: SIGNALS,
  extras: [synergy],
  limits: LIMITS,
  sentences: (evidence) => ({ key: 'semantic.sentences', evidence }),
  weights: {
    startup: { semantic: 0.55, sector: 0.13, stage: 0.03, ticket: 0.12, country: 0.02, corridor: 0.1, language: 0.05 },
    investor: {
      semantic: 0.55,
      sector: 0.19,
      stage: 0.09,
      ticket: 0.06,
      country: 0.05,
      corridor: 0.02,
      language: 0.04,
    },
  },
});
