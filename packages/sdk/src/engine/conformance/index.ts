/**
 * Suites that any implementation of a contract must pass, free of any test framework:
 * `for (const { name, run } of embedderConformance(make)) test(name, run);`
 *
 * @module
 */
export type { ConformanceCase } from './case.ts';
export { embedderConformance } from './embedder.ts';
export { hashEmbedder } from './hash-embedder.ts';
export { vectorIndexConformance } from './vector-index.ts';
