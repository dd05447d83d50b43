/**
 * What an erasure deletes in the hubs that know a profile as a card of the exchange.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Queryable } from '../lib/queryable.ts';

/**
 * The statements that delete what a noun keeps in other hubs about some profiles of a hub.
 *
 * @param profiles JSON of `{ kind, id }[]`. Their exchange ids are read before the profiles go.
 */
export type EraseElsewhere = (db: Queryable, hubId: string, profiles: string) => D1PreparedStatement[];

/** SQL of the ids by which other hubs know the profiles of hub ?1 that ?2 names. */
export const EXCHANGE_IDS = `(
  SELECT x.id FROM json_each(?2) AS row CROSS JOIN exchange_ids x
    ON x.hub_id = ?1 AND x.kind = row.value ->> 'kind' AND x.profile_id = row.value ->> 'id')`;
