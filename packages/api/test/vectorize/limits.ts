/**
 * The documented limits of Vectorize, as its stand-in enforces them, apart from those that the code under test
 * keeps: a mistake there must show here.
 *
 * @module
 */
export const LIMITS = {
  /** developers.cloudflare.com/vectorize/platform/limits: "Maximum dimensions per vector". */
  dimensions: 1536,
  /** Same page: "Maximum vector ID length", in bytes. */
  idBytes: 64,
  /** Same page: "Metadata per vector", in bytes of compact JSON. */
  metadataBytes: 10 * 1024,
  /** Same page: "Maximum returned results (topK) without values and metadata". */
  topK: 100,
  /** developers.cloudflare.com/changelog/2026-03-16-topk-limit-increased-to-50: with values or all metadata. */
  topKWithValues: 50,
  /** developers.cloudflare.com/vectorize/reference/client-api: "topK (default: 5)". */
  topKDefault: 5,
  /** Limits page: "Maximum upsert batch size (per batch)", from Workers. */
  upsertBatch: 1000,
  /** No page says it; the service answers 40007, "max id count is 100". */
  deleteBatch: 100,
  /** No page says it; the service answers 40007, "max id count is 20". */
  getBatch: 20,
  /** developers.cloudflare.com/changelog/2026-08-04-index-capacity-20-million: vectors of an index. */
  vectors: 20_000_000,
  /** Limits page: "Maximum namespaces per index", Workers Paid. */
  namespaces: 50_000,
  /** Same page: "Maximum namespace name length", in bytes. */
  namespaceBytes: 64,
  /** Same page: "Maximum metadata indexes per Vectorize index". */
  metadataIndexes: 10,
  /** Same page: "Maximum indexed data per metadata index per vector", in bytes; the rest of a string is not seen by filters. */
  indexedBytes: 64,
  /** developers.cloudflare.com/vectorize/reference/metadata-filtering: a filter is less than so many bytes of JSON. */
  filterBytes: 2048,
  /** Same page: longest key of a filter, in characters. */
  filterKey: 512,
} as const;

/** An error as the binding throws it. Codes are those that the service is known to answer; 0 where none is known. */
export class VectorizeFailure extends Error {
  readonly code: number;
  constructor(operation: 'INSERT' | 'UPSERT' | 'DELETE' | 'GET' | 'QUERY', code: number, message: string) {
    super(`VECTOR_${operation}_ERROR (code = ${code}): ${message}`);
    this.code = code;
  }
}

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
