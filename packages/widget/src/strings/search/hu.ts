import type { SearchWords } from './words.ts';

export const hu: SearchWords = {
  seek: 'Kit keres?',
  kinds: { startup: 'Startupokat', investor: 'Befektetőket' },
  text: { startup: 'Mibe fektet be', investor: 'Mivel foglalkozik a startup' },
  hint: {
    startup: 'Illessze be befektetési elveit, vagy írja le a saját nyelvén, milyen témákba és csapatokba fektet be.',
    investor: 'Illessze be bemutatkozását, vagy írja le a saját nyelvén, milyen gondot oldanak meg, kinek és hogyan.',
  },
  length: (figures) => `${figures} karakter`,
  narrow: 'Szűkítés',
  any: 'Bármelyik',
  search: 'Keresés',
  notKept: 'A szöveget csak ehhez a kereséshez használjuk, nem őrizzük meg.',
  needed: 'Írjon legalább egy mondatot.',
  tooLong: (over) => `A szöveg túl hosszú. Fölösleges karakterek száma: ${over}.`,
  loading: 'Keresés folyamatban…',
  found: (count) => `${count} eredmény`,
  fit: 'Mennyire vágnak egybe a szövegek',
  none: { title: 'Nincs eredmény', hint: 'Írja le más szavakkal, vagy szűkítse kevésbé.' },
  closed: {
    title: 'A keresés a látogatók számára nem nyitott',
    hint: 'Ez a hub a tagjainak mutat találatokat. Kérdezze meg a hubot, hogyan lehet tag.',
  },
  spent: { title: 'A mai keresések elfogytak', hint: 'Jöjjön vissza holnap. A beírt szöveg ezen az oldalon marad.' },
  error: { title: 'A keresés nem sikerült', hint: 'Próbálja újra kicsit később.' },
};
