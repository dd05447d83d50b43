import type { CoInvestmentWords } from './words.ts';

export const uz: CoInvestmentWords = {
  title: 'Raundni birga kim to‘ldiradi',
  rules: 'Raund shartlari',
  minCountries: 'Mamlakatlar soni, kamida',
  maxInvestors: 'Investorlar soni, ko‘pi bilan',
  any: 'Istalgancha',
  needsLead: 'Yetakchi investor bo‘lsin',
  ask: 'Raundni hisoblash',
  covered: 'Yig‘iladi',
  open: 'Ochiq qoladi',
  mean: 'Mablag‘ning o‘rtacha bali',
  lead: 'Yetakchi investor',
  card: 'Moslik va uning sabablari',
  stop: 'To‘siq',
  better: (percent) => `Bundan yaxshi javob bo‘lishi mumkin: farq ko‘pi bilan ${percent}.`,
  loading: 'Raund hisoblanmoqda…',
  idle: { title: 'Hozircha raund yo‘q', hint: 'Startap tanlanganda shu yerda ko‘rinadi.' },
  none: {
    title: 'Profilingizda raund ko‘rsatilmagan',
    hint: 'Qancha mablag‘ jalb qilayotganingizni profilingizga yozing: shunda raundni birga kim to‘ldira olishi ko‘rinadi.',
  },
  error: { title: 'Raundni hisoblab bo‘lmadi', hint: 'Birozdan so‘ng qayta urinib ko‘ring.' },
};
