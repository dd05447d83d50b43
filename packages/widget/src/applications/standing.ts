import { type Call, isOpen } from '@kopru/sdk/facets';
import type { MatchList } from '@kopru/sdk/schema';
import type { Applied } from './desk.ts';

export type Programme = MatchList['matches'][number];

/** Calls by whether they take applications on a day, or will; those that are over are left out. */
interface Calls {
  readonly open: readonly Call[];
  readonly coming: readonly Call[];
}

/** The calls of a programme on a day (ISO date, UTC as the API has it). */
export function callsOn({ card }: Programme, day: string): Calls {
  const calls = ('calls' in card && card.calls) || [];
  return {
    open: calls.filter((call) => isOpen(call, day)),
    coming: calls.filter(({ opensOn }) => opensOn !== undefined && opensOn > day),
  };
}

/** Whether it is of another hub, to which nobody here can apply: ids of the exchange begin so. */
export const isElsewhere = ({ id }: Programme): boolean => id.startsWith('~');

/** The latest application to a call. @param applications the newest first. */
export const applicationTo = (applications: readonly Applied[], { id }: Programme, call: string): Applied | undefined =>
  applications.find((one) => one.programme === id && one.call === call);

/** Whether an application keeps the startup from applying again. A state that a newer API may know does. */
export const isLive = ({ state }: Pick<Applied, 'state'>): boolean => state !== 'declined' && state !== 'withdrawn';

/** Whether its owner can withdraw it. */
export const mayWithdraw = ({ state }: Applied): boolean => state === 'applied' || state === 'admitted';
