import type { MarketWords } from './words.ts';

export const tk: MarketWords = {
  country: 'Haýsy ýurduň bazaryna çykmak isleýärsiňiz?',
  choose: 'Ýurdy saýlaň',
  idle: {
    title: 'Ýurt entek saýlanmady',
    hint: 'Ol ýerde size kimiň we näme üçin kömek edip biljekdigini görmek üçin ýurdy saýlaň.',
  },
  best: (count) => `Iň laýyk ${count} profil görkezilýär.`,
};
