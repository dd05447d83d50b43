import type { Locale } from '@kopru/sdk/facets';
import type { Neighbours } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS, renderMessage } from '@kopru/sdk/strings';
import { probe, valve } from './cards.ts';
import { cardIn } from './lists.ts';

/** Patents like one from Azerbaijan: a near one from another hub, and one that shares no class and no sentence. */
export function neighboursOf(locale: Locale): Neighbours {
  const card = cardIn(locale);
  const to = createFormatter(LOCALE_STRINGS[locale]);
  const near = card('patent', valve);
  const hub = { field: 'hub', label: to.capitalise(to.label('hub')), value: `Ege Teknopark, ${to.place('TR')}` };
  return {
    subject: { kind: 'patent', id: 'p-1' },
    notice: renderMessage('neighbours.notice', {}, locale),
    model: 'kopru-e5-small@1',
    sequence: 7,
    neighbours: [
      {
        rank: 1,
        id: '~p-2',
        ...near,
        home: { hub: 'izmir', name: 'Ege Teknopark', country: 'TR' },
        facts: [...near.facts, hub],
        similarity: 0.914,
        sentences: {
          subject: 'Torpaq quruyanda büzülən gil element klapanı enerji sərf etmədən açır.',
          neighbour: valve.abstract,
        },
        classes: ['A01G', 'F16K'],
        offices: ['TR', 'EA'],
      },
      { rank: 2, id: 'p-3', ...card('patent', probe), similarity: 0.38, classes: [], offices: [] },
    ],
  };
}
