import type { NormalProfile } from '../../engine/normalise.ts';
import type { Limit } from '../../engine/pairing.ts';
import { exclusionLimit, facetLimit, without } from '../limits.ts';
import { competitorsLimit } from './portfolio.ts';

const ticketEnd = (end: 'min' | 'max'): Limit => ({
  gate: 'ticket',
  path: `/ticket/${end}`,
  lift(profile) {
    const { ticket } = profile.facets;
    if (!ticket?.[end]) return undefined;
    const { [end]: _, ...rest } = ticket;
    const open = without(profile, 'ticket') as NormalProfile;
    return Object.keys(rest).length === 0
      ? open
      : { ...open, facets: Object.defineProperty(open.facets, 'ticket', { value: rest, enumerable: true }) };
  },
});

/** What each side sets for itself. Sector, stage and country of a startup are facts, and nobody's to lift. */
export const LIMITS = {
  startup: [
    facetLimit('ticket', '/raise/amount', 'raise'),
    facetLimit('instrument', '/raise/instrument', 'instrument'),
  ],
  investor: [
    exclusionLimit,
    facetLimit('stage', '/stages', 'stages'),
    facetLimit('country', '/countries', 'countries'),
    ticketEnd('min'),
    ticketEnd('max'),
    facetLimit('instrument', '/instruments', 'instruments'),
    competitorsLimit,
  ],
} as const satisfies Readonly<Record<'startup' | 'investor', readonly Limit[]>>;
