import { en as bar } from '../filters/en.ts';
import { en as market } from '../market-entry/en.ts';
import type { MoreWords } from './words.ts';

export const en: MoreWords = {
  bar,
  market,
  nearMisses: 'Near misses',
  nearMissesHint: 'Close in what they say, but kept out by a stated limit.',
  keptOut: 'Kept out by',
  changes: 'What would let it in',
  otherLimits: { pass: 'Met', unknown: 'Not stated' },
  gates: { status: 'Active profile', consent: 'Consent' },
  makingHint:
    'Each side’s total is the weighted mean of the signals; the score is the geometric mean of the two totals. What is not stated counts as half.',
  signal: 'Signal',
  fit: 'Fit',
  weight: {
    startup: 'Weight for the startup',
    investor: 'Weight for the investor',
    expert: 'Weight for the expert',
    need: 'Weight for the need',
    lab: 'Weight for the laboratory',
    programme: 'Weight for the programme',
    patent: 'Weight for the patent',
    offer: 'Weight for the offer',
  },
  total: 'Total',
  message: 'Your message',
  messageHint: 'Contacts are shown to both once the other side accepts.',
  send: 'Send the request',
  passHint: 'The other side does not learn of it.',
};
