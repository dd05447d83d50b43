import type { CoInvestmentWords } from './words.ts';

export const tk: CoInvestmentWords = {
  title: 'Raundy bilelikde kim doldurýar',
  rules: 'Raundyň şertleri',
  minCountries: 'Ýurtlaryň sany, azyndan',
  maxInvestors: 'Maýadarlaryň sany, köp bolanda',
  any: 'Islendikçe',
  needsLead: 'Esasy maýadar bolsun',
  ask: 'Raundy hasapla',
  covered: 'Ýygnalýar',
  open: 'Açyk galýar',
  mean: 'Serişdäniň ortaça baly',
  lead: 'Esasy maýadar',
  card: 'Gabat gelme we sebäpleri',
  stop: 'Päsgelçilik',
  better: (percent) => `Mundan gowy jogap bolup biler: tapawut köp bolanda ${percent}.`,
  loading: 'Raund hasaplanýar…',
  idle: { title: 'Heniz raund ýok', hint: 'Startap saýlananda şu ýerde görüner.' },
  none: {
    title: 'Profiliňizde raund görkezilmedik',
    hint: 'Näçe serişde çekýändigiňizi profiliňize ýazyň: şonda raundy bilelikde kimiň doldurup biljekdigi görner.',
  },
  error: { title: 'Raundy hasaplap bolmady', hint: 'Biraz soňra gaýtadan synanyşyň.' },
};
