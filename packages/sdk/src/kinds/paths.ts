import type { KINDS, Kind } from './index.ts';

/** Segment of a kind in the paths of the API, as {@link KINDS} has it, without the schemas. */
export const PATHS: { readonly [K in Kind]: (typeof KINDS)[K]['path'] } = {
  startup: 'startups',
  investor: 'investors',
  expert: 'experts',
  need: 'needs',
  lab: 'labs',
  programme: 'programmes',
  patent: 'patents',
  offer: 'offers',
};
