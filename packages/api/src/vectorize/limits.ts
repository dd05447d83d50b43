/**
 * The limits of Vectorize that this code keeps, each with its source. Where the documentation names none, it
 * is the one that the service's own errors name.
 *
 * @module
 */

/** Most results of a query without values and metadata (developers.cloudflare.com/vectorize/platform/limits). */
export const TOP_K = 100;

/** Most vectors of one upsert from a Worker (same page). */
export const UPSERT_BATCH = 1000;

/** Most ids of one `deleteByIds`: error 40007, "max id count is 100". */
export const DELETE_BATCH = 100;

/** A filter is less than so many bytes of compact JSON (developers.cloudflare.com/vectorize/reference/metadata-filtering). */
export const FILTER_BYTES = 2048;
