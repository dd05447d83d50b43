import type { Programme, ProgrammeNumbers } from '@kopru/sdk/schema';
import { ApiError } from '../errors.ts';
import type { Queryable } from '../lib/queryable.ts';
import { getProfile } from '../profiles/store.ts';
import { countApplications, sumRaised } from './store.ts';
import { COHORT } from './transitions.ts';

/** The programme of the hub. @throws {ApiError} `not_found` */
export async function programmeOf(db: Queryable, hubId: string, id: string): Promise<Programme> {
  const stored = await getProfile(db, hubId, 'programme', id);
  if (!stored) throw new ApiError('not_found', `This hub has no programme "${id}".`);
  return stored.profile as Programme;
}

/** @throws {ApiError} `not_found` */
export async function numbersOf(db: Queryable, hubId: string, programme: string): Promise<ProgrammeNumbers> {
  const [{ calls = [] }, counts, raised] = await Promise.all([
    programmeOf(db, hubId, programme),
    countApplications(db, hubId, programme),
    sumRaised(db, hubId, programme),
  ]);
  const numbers = (rows: typeof counts) => {
    const among = (states: readonly string[]) =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const all = rows.reduce((sum, { count }) => sum + count, 0);
    return { applied: all, admitted: among(COHORT), alumni: among(['alumni']) };
  };
  // A call that the programme names no more keeps its cohort.
  const names = [...new Set([...calls.map(({ name }) => name), ...counts.map(({ call }) => call)])];
  return {
    programme,
    ...numbers(counts),
    raised,
    calls: names.map((name) => ({
      call: name,
      capacity: calls.find((one) => one.name === name)?.capacity ?? null,
      ...numbers(counts.filter(({ call }) => call === name)),
    })),
  };
}
