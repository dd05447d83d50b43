import { readLab, readNeed } from './lab-cells.ts';
import type { PairingEvaluation } from './pairing.ts';

/** Needs and the laboratories that can do the test. */
export const labs: PairingEvaluation = {
  name: 'labs',
  sides: ['need', 'lab'],
  columns: ['need', 'lab'],
  gates: [
    ...['needType', 'item', 'standard', 'range', 'uncertainty'],
    ...['recognition', 'validUntil', 'country', 'neededBy'],
  ],
  gatesFile: 'lab-gates.tsv',
  textsFile: 'lab-texts.tsv',
  read: [readNeed, readLab],
  summary: 'whether tests that are needed and laboratories are kept apart and ranked as an officer would',
  title: 'Laboratories: do those who need a test find who can do it?',
  gatesAbout:
    'a need and a laboratory (what the gates of help, item, standard, range, uncertainty, recognition, accreditation, country and day must answer across units, scripts and names, and every reason)',
  textsAbout: (needs, offered) =>
    `The texts of ${needs} needs, two in each of the nine languages, and of ${offered} laboratories, two for each need, each in another language than the need's: every need ranks all laboratories`,
};
