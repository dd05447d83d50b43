import type { Gate, Signal } from '../../engine/pairing.ts';
import { listed } from '../gates/listed.ts';
import { listedSignal } from '../signals/listed.ts';
import { PASS, type PairOf } from '../verdict.ts';

type StartupExpertPair = PairOf<'startup', 'expert'>;

const where = {
  name: 'country',
  codes: 'country',
  states: { side: 'startup', facet: 'country' },
  takes: { side: 'expert', facet: 'countries', path: '/teamCountries' },
} as const;
const on = listed(where);
const onSignal = listedSignal(where);

/** The countries in which an expert joins teams; who works from afar joins one of any country. */
export const place: Gate<StartupExpertPair> = {
  ...on,
  codes: (profile) => (profile.facets.remote ? undefined : on.codes?.(profile)),
  check: (pair, day) => (pair.expert.facets.remote ? PASS : on.check(pair, day)),
  repairs(pair, day) {
    const message = { key: 'pair.could_be_remote', evidence: { side: 'expert' } } as const;
    return [
      ...on.repairs(pair, day),
      [{ side: 'expert', path: '/remote', from: pair.expert.facets.remote, to: true, message }],
    ];
  },
};

/** Whether the expert can be where the team is, or works from afar. */
export const placeSignal: Signal<StartupExpertPair> = {
  ...onSignal,
  measure: (pair) =>
    // A team that says nothing of where it is, as a visitor who searches, is told nothing of this either.
    pair.startup.facets.country && pair.expert.facets.remote
      ? { value: 1, reason: { key: 'pair.remote', evidence: { side: 'expert' } } }
      : onSignal.measure(pair),
};
