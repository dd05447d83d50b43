import { SEES_ALL, type Viewer } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { isExchangeId } from '../exchange/cards.ts';

/** Who reads an answer for a profile of this kind: the hub's own server sees all of its hub, anyone else what that profile's owner may. */
export const viewerOf = (c: Context<AppEnv>, kind: Kind): Viewer =>
  c.get('principal').kind === 'secret' ? SEES_ALL : { side: kind };

/** Whether a profile is of another hub. */
export const isForeign = ({ id }: { readonly id: string }): boolean => isExchangeId(id);

/** The same for each candidate: of a profile of another hub nobody here is told more than an owner is. */
export const perCandidate =
  (viewer: Viewer, side: Kind) =>
  (candidate: { readonly id: string }): Viewer =>
    isForeign(candidate) ? { side } : viewer;
