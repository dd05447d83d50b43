import { readLab, readPatent } from './lab-cells.ts';
import type { PairingEvaluation } from './pairing.ts';

/** Patents and the laboratories that could prove what they describe. */
export const patentLabs: PairingEvaluation = {
  name: 'patent-labs',
  sides: ['patent', 'lab'],
  columns: ['patent', 'lab'],
  gates: ['item', 'standard', 'range', 'uncertainty', 'recognition', 'validUntil'],
  gatesFile: 'patent-lab-gates.tsv',
  textsFile: 'patent-lab-texts.tsv',
  read: [readPatent, readLab],
  summary: 'whether patents and laboratories are kept apart, day by day, and ranked as an officer would',
  title: 'Patents and laboratories: do inventions find who could prove them?',
  gatesAbout:
    'a patent and a laboratory on a day (what the gates of item, standard, range, uncertainty, recognition and accreditation must answer, that neither licence nor protection keeps a pair apart, and every reason)',
  textsAbout: (patents, offered) =>
    `The abstracts of ${patents} patents, two in each of the nine languages, which name no test, and the texts of ${offered} laboratories, two for each patent, each in another language than the patent's: every patent ranks all laboratories`,
};
