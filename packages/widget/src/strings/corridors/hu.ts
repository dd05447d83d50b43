import type { CorridorWords } from './words.ts';

export const hu: CorridorWords = {
  title: 'Bemutatások országok között',
  corridor: 'Honnan – hová',
  map: 'A folyosók térképe: válasszon országot, hogy csak az övéit lássa',
  all: 'Minden ország',
  counts: { offers: 'Felkínált profilok', introductions: 'Kérések', acceptances: 'Elfogadva' },
  few: 'túl kevés',
  countsHint:
    'A tagok védelmében a számokat ötös lépésekben közöljük; az ötnél kisebbeket, és amelyekből ezek kikövetkeztethetők, nem.',
  total: 'A közöltek összege',
  asOf: (date) => `Állapot: ${date}`,
  loading: 'Számok betöltése…',
  corridors: (count) => `${count} országpár`,
  idle: { title: 'Még nincsenek számok', hint: 'Itt jelennek meg, amint az oldal kapcsolódik.' },
  empty: {
    title: 'Még nincs közölhető szám',
    hint: 'Itt jelennek meg, ha egy országból egy másikba legalább öt profilt kínálnak.',
  },
  error: { title: 'A számokat nem sikerült betölteni', hint: 'Próbálja újra kicsit később.' },
};
