import { CURRENCIES, INSTRUMENTS } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { json, lang, needed, number, oneOf, remote, text, toggle, whole } from '../options.ts';
import { KINDS } from './kinds.ts';
import { type Command, command } from './spec.ts';

/** What a hub is asked about one of its profiles. */
export const ASKING_COMMANDS: readonly Command[] = [
  command({
    name: 'matches',
    args: [{ name: 'kind', choices: KINDS }, { name: 'profile' }],
    options: {
      seeks: oneOf('kind', KINDS),
      limit: whole(1, 500, { short: 'n', shown: '10' }),
      minScore: number(0, 100, { shown: '0' }),
      lang,
      json,
      ...remote,
    },
    examples: ['kopru matches startup agri-17', 'kopru matches patent kz-2031 --seeks lab --lang kk'],
    run: async ([kind, id = ''], options, io) =>
      (await import('../matches.ts')).runMatches({ kind: kind as Kind, id, ...options }, io),
  }),
  command({
    name: 'market-entry',
    args: [{ name: 'profile' }],
    options: {
      country: needed(text('code')),
      limit: whole(1, 20, { short: 'n', shown: '5' }),
      lang,
      json,
      ...remote,
    },
    examples: ['kopru market-entry agri-17 --country KZ'],
    run: async ([id = ''], options, io) => (await import('../market-entry.ts')).runMarketEntry({ id, ...options }, io),
  }),
  command({
    name: 'neighbours',
    args: [{ name: 'profile' }],
    options: { limit: whole(1, 50, { short: 'n', shown: '10' }), lang, json, ...remote },
    examples: ['kopru neighbours kz-2031 --lang tr'],
    run: async ([id = ''], options, io) => (await import('../neighbours.ts')).runNeighbours({ id, ...options }, io),
  }),
  command({
    name: 'co-investment',
    args: [{ name: 'profile' }],
    options: {
      amount: number(1, 1e15),
      currency: oneOf('code', CURRENCIES, { help: 'raiseCurrency' }),
      instrument: oneOf('code', INSTRUMENTS),
      needsLead: toggle(),
      maxInvestors: whole(1, 100),
      minCountries: whole(1, 20),
      minScore: number(0, 100, { shown: '0' }),
      lang,
      json,
      ...remote,
    },
    examples: [
      'kopru co-investment agri-17 --needs-lead --min-countries 2',
      'kopru co-investment agri-17 --amount 500000 --currency USD',
    ],
    run: async ([id = ''], options, io) =>
      (await import('../co-investment.ts')).runCoInvestment({ id, ...options }, io),
  }),
];
