import type { Pairing } from '../../engine/pairing.ts';
import { GATES } from './gates.ts';
import { SIGNALS } from './signals.ts';

/**
 * Startups and investors. Weights are shares of each side's utility, each in [0,1], summing to 1.
 * The text leads on both sides; an investor cares more for sector and stage, which its mandate
 * names, a founder more for the size of the ticket and for the market that the investor opens.
 * Source: judgement, to be replaced by learning from feedback.
 */
export const startupInvestor: Pairing<'startup', 'investor'> = {
  sides: ['startup', 'investor'],
  gates: GATES,
  signals: SIGNALS,
  weights: {
    startup: { semantic: 0.6, sector: 0.06, stage: 0.04, ticket: 0.1, country: 0.02, corridor: 0.12, language: 0.06 },
    investor: { semantic: 0.6, sector: 0.12, stage: 0.08, ticket: 0.08, country: 0.04, corridor: 0.02, language: 0.06 },
  },
};
