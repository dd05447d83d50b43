import type { PairingEvaluation } from './pairing.ts';
import { standing, words } from './pairing-cases.ts';

/** Startups and the programmes to which they could apply. */
export const programmes: PairingEvaluation = {
  name: 'programmes',
  sides: ['startup', 'programme'],
  columns: ['startup', 'programme'],
  gates: ['call', 'stage', 'country', 'exclusion'],
  gatesFile: 'programme-gates.tsv',
  textsFile: 'programme-texts.tsv',
  read: [
    (cell) => {
      const [country, stage, sectors] = cell.split(';');
      return { country, stage, sectors: words(sectors) };
    },
    (cell) => {
      const [places, stages, excluded, calls, shown] = cell.split(';');
      return {
        startupCountries: words(places),
        stages: words(stages),
        excludedSectors: words(excluded),
        calls: words(calls).map((days, i) => {
          const [opensOn, closesOn] = days.split('/');
          return { name: `${i + 1}`, ...(opensOn && { opensOn }), ...(closesOn && { closesOn }) };
        }),
        ...standing(shown),
      };
    },
  ],
  summary: 'whether startups and programmes are kept apart, day by day, and ranked as an officer would',
  title: 'Programmes: do startups find those that are made for them?',
  gatesAbout:
    'a startup and a programme on a day (what the gates of call, stage, country and exclusion must answer, and every reason)',
  textsAbout: (startups, offered) =>
    `The texts of ${startups} startups, two in each of the nine languages, and of ${offered} programmes, two for each startup, each in another language than the startup's: every startup ranks all programmes`,
};
