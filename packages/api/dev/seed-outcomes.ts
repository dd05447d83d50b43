import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Answer } from '@kopru/sdk/engine';
import type { Queryable } from '../src/lib/queryable.ts';
import type { Released } from './seed-exchange.ts';
import { rowsInto } from './seed-store.ts';

/** Who came to terms: a startup with a patent, a need with a laboratory. */
const AGREED = [
  ['s-a10', 't-3'],
  ['s-f15', 't-3'],
  ['s-a01', 't-10'],
  ['s-a19', 't-11'],
  ['s-b04', 't-6'],
  ['s-b13', 't-18'],
  ['s-c17', 't-4'],
  ['s-d06', 't-16'],
  ['s-i18', 't-14'],
  ['s-j01', 't-17'],
  ['n-2', 'l-1'],
  ['n-8', 'l-2'],
  ['n-5', 'l-5'],
  ['n-10', 'l-9'],
  ['n-13', 'l-13'],
] as const;

/** One startup in so many has a round of the investor of its topic and of one of its own hub. */
const ROUND = 4;

/** The statements that keep what the two sides of some introductions said came of it, for the plan of the demo. */
export function outcomes(db: Queryable, released: readonly Released[], now: Date): D1PreparedStatement[] {
  const byId = new Map(released.map((profile) => [profile.id, profile]));
  const investors = released.filter(({ kind }) => kind === 'investor');
  const rounds = released
    .filter(({ kind }) => kind === 'startup')
    .filter((_, i) => i % ROUND === 0)
    .flatMap((startup) => {
      const abroad = byId.get(startup.id.replace('s-', 'i-'));
      const near = investors.find(({ hub }) => hub.id === startup.hub.id);
      if (!abroad || !near || abroad.hub.id === startup.hub.id) return [];
      return [abroad, near].flatMap((investor) => bothTell(startup, investor, 'invested', now));
    });
  const agreed = AGREED.flatMap(([one, other]) => {
    const [left, right] = [byId.get(one), byId.get(other)];
    return left && right ? bothTell(left, right, 'agreed', now) : [];
  });
  const rows = [...rounds, ...agreed];
  return rowsInto(db, 'feedback', rows);
}

const bothTell = (one: Released, other: Released, answer: Answer, now: Date): object[] =>
  [[one, other] as const, [other, one] as const].map(([subject, candidate]) => ({
    ...{ hub_id: subject.hub.id, subject_kind: subject.kind, subject_id: subject.id, candidate_kind: candidate.kind },
    candidate_id: subject.hub.id === candidate.hub.id ? candidate.id : candidate.ref,
    // Without the signals of then, so that the weights of the demo learn nothing from it.
    ...{ answer, position: 1, signals: '{}', created_at: now.toISOString() },
  }));
