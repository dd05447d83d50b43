import type { PairingEvaluation } from './pairing.ts';
import { standing, words } from './pairing-cases.ts';

/** Startups and what others need of them. */
export const needs: PairingEvaluation = {
  name: 'needs',
  sides: ['startup', 'need'],
  columns: ['startup', 'need'],
  gates: ['country', 'neededBy'],
  gatesFile: 'need-gates.tsv',
  textsFile: 'need-texts.tsv',
  read: [
    (country) => ({ country }),
    (cell) => {
      const [places, neededBy, shown] = cell.split(';');
      return { supplierCountries: words(places), neededBy, ...standing(shown) };
    },
  ],
  summary: 'whether startups and needs are kept apart and ranked as an officer would',
  title: 'Needs: do startups find those who need what they make?',
  gatesAbout: 'a startup and a need (what the gates of country and day must answer, and every reason)',
  textsAbout: (startups, needed) =>
    `The texts of ${startups} startups, two in each of the nine languages, and of ${needed} needs, two for each startup, each in another language than the startup's: every startup ranks all needs`,
};
