import type { CoInvestmentWords } from './words.ts';

export const hu: CoInvestmentWords = {
  title: 'Kik töltik fel együtt a kört',
  rules: 'A kör feltételei',
  minCountries: 'Országok száma, legalább',
  maxInvestors: 'Befektetők száma, legfeljebb',
  any: 'Bármennyi',
  needsLead: 'Legyen vezető befektető',
  ask: 'A kör kiszámítása',
  covered: 'Összejön',
  open: 'Nyitva marad',
  mean: 'A pénz átlagos pontszáma',
  lead: 'Vezető befektető',
  card: 'A találat és az indokai',
  stop: 'Ami akadályozza',
  better: (percent) => `Lehet ennél jobb megoldás is: legfeljebb ${percent} a különbség.`,
  loading: 'A kör számítása folyamatban…',
  idle: { title: 'Még nincs kör', hint: 'Itt jelenik meg, amint van kiválasztott startup.' },
  none: {
    title: 'A profiljában nincs megadva kör',
    hint: 'Adja meg a profiljában, mennyi tőkét von be: akkor látszik, kik tölthetik fel együtt a kört.',
  },
  error: { title: 'A kört nem sikerült kiszámítani', hint: 'Próbálja újra kicsit később.' },
};
