import type { PairingEvaluation } from './pairing.ts';
import { standing, words } from './pairing-cases.ts';

/** Teams and experts. */
export const experts: PairingEvaluation = {
  name: 'experts',
  sides: ['startup', 'expert'],
  columns: ['team', 'expert'],
  gates: ['country', 'language', 'role'],
  gatesFile: 'expert-gates.tsv',
  textsFile: 'expert-teams.tsv',
  read: [
    (cell) => {
      const [country, languages, roles] = cell.split(';');
      return { country, languages: words(languages), roles: words(roles) };
    },
    (cell) => {
      const [country, places, languages, roles, shown] = cell.split(';');
      return {
        country,
        teamCountries: words(places).filter((place) => place !== 'remote'),
        remote: words(places).includes('remote'),
        languages: words(languages),
        roles: words(roles),
        ...standing(shown),
      };
    },
  ],
  summary: 'whether teams and experts are kept apart and ranked as an officer would',
  title: 'Experts: do teams find the people whom they lack?',
  gatesAbout: 'a team and an expert (what the gates of country, language and role must answer, and every reason)',
  textsAbout: (teams, people) =>
    `The texts of ${teams} teams, two in each of the nine languages, and of ${people} experts, two for each team, each in another language than the team's: every team ranks all experts`,
};
