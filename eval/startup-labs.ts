import { readLab, readStartup } from './lab-cells.ts';
import type { PairingEvaluation } from './pairing.ts';

/** Startups and the laboratories of their field, before a need is written down. */
export const startupLabs: PairingEvaluation = {
  name: 'startup-labs',
  sides: ['startup', 'lab'],
  columns: ['startup', 'lab'],
  gates: ['validUntil'],
  gatesFile: 'startup-lab-gates.tsv',
  textsFile: 'startup-lab-texts.tsv',
  read: [readStartup, readLab],
  summary: 'whether startups and laboratories are kept apart, day by day, and ranked as an officer would',
  title: 'Startups and laboratories: do they find who tests what they make?',
  gatesAbout:
    'a startup and a laboratory on a day (what the gate of the accreditation must answer, that nothing else keeps a pair apart, and every reason)',
  textsAbout: (startups, offered) =>
    `The texts of ${startups} startups, two in each of the nine languages, which name no test, and of ${offered} laboratories, two for each startup, each in another language than the startup's: every startup ranks all laboratories`,
};
