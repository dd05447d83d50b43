import type { FilterWords } from './words.ts';

export const hu: FilterWords = {
  show: 'Mutassa',
  only: { open: 'Mind, a kihagyottak nélkül', new: 'Új', saved: 'Mentett', passed: 'Kihagyott' },
  lowest: 'Legkisebb pontszám',
  any: 'Bármelyik',
  clear: 'Szűrők törlése',
  none: { title: 'Ezekkel a szűrőkkel nincs találat', hint: 'Módosítsa vagy törölje a szűrőket.' },
};
