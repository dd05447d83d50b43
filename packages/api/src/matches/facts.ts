import { cardFacts, type Kind, type MatchList, type MatchQuery } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import type { Shown } from './card.ts';

/** A card with the kind of its profile. */
export type Card = Shown & { readonly kind: Kind };

type Facts = Pick<MatchList['matches'][number], 'facts'>;

/** Tells what cards state in the language that `explain` names, so that no page needs the names of codes; else nothing. */
export function factsIn(explain: MatchQuery['explain']): (card: Card) => Facts {
  if (!explain) return () => ({});
  const to = createFormatter(LOCALE_STRINGS[explain]);
  return ({ kind, card, home }) => ({
    facts: [
      ...cardFacts(kind, card, to),
      ...(home
        ? [{ field: 'hub', label: to.capitalise(to.label('hub')), value: `${home.name}, ${to.country(home.country)}` }]
        : []),
    ],
  });
}
