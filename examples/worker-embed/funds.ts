/** Whom to find: yours come from your own database. */
export const funds = {
  'mugan-fund': {
    name: 'Muğan Fondu',
    country: 'AZ',
    thesis: 'Şoranlaşma suvarılan torpaqları sıradan çıxarır. Torpağın duzunu erkən ölçən sensorlara sərmayə qoyuruq.',
    stages: ['pre_seed', 'seed'],
    consent: { matching: true },
  },
  'oyun-fund': {
    name: 'Oyun Fonu',
    country: 'TR',
    thesis: 'Küresel pazara açılan mobil oyun stüdyolarına ortak oluyoruz.',
    consent: { matching: true },
  },
  'egeszseg-fund': {
    name: 'Egészség Tőkealap',
    country: 'HU',
    thesis: 'Háziorvosok munkáját segítő diagnosztikai eszközökbe fektetünk.',
    consent: { matching: true },
  },
};
