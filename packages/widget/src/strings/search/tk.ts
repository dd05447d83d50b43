import type { SearchWords } from './words.ts';

export const tk: SearchWords = {
  seek: 'Kimi gözleýärsiňiz?',
  kinds: { startup: 'Startaplar', investor: 'Maýadarlar' },
  text: { startup: 'Nämä maýa goýýarsyňyz', investor: 'Startapyňyz näme edýär' },
  hint: {
    startup: 'Mandatyňyzy goýuň ýa-da haýsy meselelere we toparlara maýa goýýandygyňyzy öz diliňizde ýazyň.',
    investor: 'Tanyşdyryşyňyzy goýuň ýa-da haýsy meseläni, kim üçin we nähili çözýändigiňizi öz diliňizde ýazyň.',
  },
  length: (figures) => `${figures} belgi`,
  narrow: 'Gözlegi takykla',
  any: 'Islendik',
  search: 'Gözle',
  notKept: 'Tekstiňiz diňe şu gözleg üçin ulanylýar we saklanmaýar.',
  needed: 'Iň azyndan bir sözlem ýazyň.',
  tooLong: (over) => `Tekst örän uzyn. Artyk belgileriň sany: ${over}.`,
  loading: 'Gözlenýär…',
  found: (count) => `${count} netije`,
  fit: 'Tekstleriň gabat gelşi',
  none: { title: 'Hiç zat tapylmady', hint: 'Başga sözler bilen ýazyň ýa-da şertleri azaldyň.' },
  closed: {
    title: 'Gözleg myhmanlar üçin açyk däl',
    hint: 'Bu merkez gabat gelmeleri agzalaryna görkezýär. Nädip agza bolmalydygyny merkezden soraň.',
  },
  spent: { title: 'Şu günki gözlegler gutardy', hint: 'Ertir täzeden geliň. Ýazan tekstiňiz şu sahypada galýar.' },
  error: { title: 'Gözleg başa barmady', hint: 'Biraz soňra gaýtadan synanyşyň.' },
};
