import type { PairingEvaluation } from './pairing.ts';
import { standing, words } from './pairing-cases.ts';

/** Startups and the patents that they could use under a licence. */
export const patents: PairingEvaluation = {
  name: 'patents',
  sides: ['startup', 'patent'],
  columns: ['startup', 'patent'],
  gates: ['licence', 'licenceCountries', 'inForce'],
  gatesFile: 'patent-gates.tsv',
  textsFile: 'patent-texts.tsv',
  read: [
    (cell) => {
      const [country, markets] = cell.split(';');
      return { country, targetMarkets: words(markets) };
    },
    (cell) => {
      const [type, places, jurisdictions, shown] = cell.split(';');
      const countries = words(places);
      return {
        licence: type || countries.length > 0 ? { ...(type && { type }), ...(places && { countries }) } : undefined,
        jurisdictions: words(jurisdictions).map((one) => {
          const [office, status, expiresOn] = one.split('/');
          return { office, status, ...(expiresOn && { expiresOn }) };
        }),
        ...standing(shown),
      };
    },
  ],
  summary: 'whether startups and patents are kept apart, day by day, and ranked as an officer would',
  title: 'Patents: do startups find the inventions that they could use?',
  gatesAbout:
    'a startup and a patent on a day (what the gates of licence, countries of the licence and protection in force must answer, and every reason)',
  textsAbout: (startups, offered) =>
    `The texts of ${startups} startups, two in each of the nine languages, and the abstracts of ${offered} patents, two for each startup, each in another language than the startup's: every startup ranks all patents`,
};
