import type { Locale } from '@kopru/sdk/facets';
import { fetchApplying, fetchMarket, fetchNeighbours, fetchNumbers, fetchRound } from './api.ts';
import { type Asked, type Besides, NOTHING_BESIDES, type State } from './state.ts';

type Answer<K extends keyof Besides> = Besides[K] extends Asked<infer T> ? T : never;

/**
 * What a visitor can ask beside the matches of the chosen profile. An answer that was there stays until the new one is;
 * one that comes after something else was asked is dropped.
 */
export function createBesides(stateNow: () => State, set: (change: Partial<State>) => void) {
  let asked: Partial<Record<keyof Besides, symbol>> = {};

  async function ask<K extends keyof Besides>(
    name: K,
    fetchAnswer: (id: string, locale: Locale) => Promise<Answer<K>>,
  ): Promise<void> {
    const { selected, locale, [name]: before } = stateNow();
    if (!selected) return;
    const mine = Symbol(name);
    asked[name] = mine;
    const show = (change: Asked<Answer<K>>) => asked[name] === mine && set({ [name]: change });
    show({ answer: before.answer as Answer<K> | null, state: before.answer ? 'ready' : 'loading' });
    try {
      show({ answer: await fetchAnswer(selected.id, locale), state: 'ready' });
    } catch {
      show({ answer: null, state: navigator.onLine ? 'error' : 'offline' });
    }
  }

  return {
    /** Drops all that was asked: another profile is chosen. */
    forget() {
      asked = {};
      set(NOTHING_BESIDES);
    },
    /** Who can help the startup into the chosen country. */
    enter() {
      const { country } = stateNow();
      if (country !== '') return void ask('entry', (id, locale) => fetchMarket(id, country, locale));
      delete asked.entry;
      set({ entry: NOTHING_BESIDES.entry });
    },
    /** Who could fill its round. */
    fillRound() {
      const { rules } = stateNow();
      void ask('round', (id, locale) => fetchRound(id, rules, locale));
    },
    /** What it has applied to, and can. */
    apply: () => void ask('applying', fetchApplying),
    /** Which patents are like it. */
    compare: () => void ask('neighbours', fetchNeighbours),
    /** What became of the applications to the programme. */
    count: () => void ask('numbers', fetchNumbers),
  };
}
