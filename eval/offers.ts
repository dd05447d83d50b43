import type { PairingEvaluation } from './pairing.ts';
import { standing, words } from './pairing-cases.ts';

/** Needs and what others offer. */
export const offers: PairingEvaluation = {
  name: 'offers',
  sides: ['need', 'offer'],
  columns: ['need', 'offer'],
  gates: ['needType', 'country', 'offeredIn', 'language', 'helpTerm', 'neededBy', 'availableUntil'],
  gatesFile: 'offer-gates.tsv',
  textsFile: 'offer-texts.tsv',
  read: [
    (cell) => {
      const [country, suppliers, types, languages, terms, neededBy] = cell.split(';');
      return {
        ...{ country, neededBy, types: words(types), languages: words(languages), terms: words(terms) },
        supplierCountries: words(suppliers),
      };
    },
    (cell) => {
      const [country, places, types, languages, terms, days = '', shown] = cell.split(';');
      const [from, until] = days.split('/');
      return {
        ...{ country, types: words(types), languages: words(languages), terms: words(terms) },
        offeredIn: words(places).filter((place) => place !== 'remote'),
        remote: words(places).includes('remote'),
        availability: days && { ...(from && { from }), ...(until && { until }) },
        ...standing(shown),
      };
    },
  ],
  summary: 'whether needs and offers are kept apart, day by day, and ranked as an officer would',
  title: 'Offers: do those who need help find those who give it?',
  gatesAbout:
    'a need and an offer on a day (what the gates of kind of help, both countries, language, terms and days must answer, and every reason)',
  textsAbout: (needs, offered) =>
    `The texts of ${needs} needs, two in each of the nine languages, and of ${offered} offers, two for each need, each in another language than the need's: every need ranks all offers`,
};
