import type { NeighbourWords } from './words.ts';

export const hu: NeighbourWords = {
  found: (count) => `${count} hasonló szabadalom`,
  likeness: 'A szövegek hasonlósága',
  classes: 'Közös osztályok',
  sides: { subject: 'Az Ön szabadalma', neighbour: 'Hasonló szabadalom' },
  loading: 'Hasonló szabadalmak keresése…',
  idle: {
    title: 'Még nincs kiválasztott szabadalom',
    hint: 'A hasonló szabadalmak itt jelennek meg, amint van kiválasztott szabadalom.',
  },
  empty: {
    title: 'Itt nem ismert hasonló szabadalom',
    hint: 'Az összevetés ennek a hubnak a szabadalmaira és azokra terjed ki, amelyeket mások megosztottak vele; ami nincs köztük, az nem ismert.',
  },
  error: { title: 'A hasonló szabadalmakat nem sikerült betölteni', hint: 'Próbálja újra kicsit később.' },
};
