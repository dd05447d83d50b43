import type { Offer } from '../offer.ts';
import { type FactsOf, figure, many, one, yes } from './fact.ts';
import { country, languages, sectors, terms } from './shared.ts';

export const offerFacts: FactsOf<Offer> = {
  types: many('needType', (code, to) => to.needType(code)),
  country,
  sectors,
  offeredIn: many('offeredIn', (code, to) => to.place(code)),
  remote: yes('remote'),
  terms,
  price: one('price', (price) => price),
  availability: one('availability', ({ from, until }, to) =>
    from || until ? [from, until].map((day) => (day === undefined ? '…' : to.date(day))).join(' – ') : '',
  ),
  capacity: figure('capacity'),
  languages,
};
