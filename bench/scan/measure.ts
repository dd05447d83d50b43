import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Engine, GATES, type Gate, K } from './engines.ts';

/** Figures by the name of an engine. */
export type Figures = Record<string, number>;

type Engines = Readonly<Record<string, Engine>>;
type Queries = readonly Int8Array[];

/** Milliseconds. What is not asynchronous is not made so, which takes longer than a search of few rows. */
export async function timeOf(work: () => unknown): Promise<number> {
  const begin = performance.now();
  const result = work();
  if (result instanceof Promise) await result;
  return performance.now() - begin;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** How much of what is nearest a graph must find. */
const RECALL = 0.99;

/** The least effort at which each engine finds as much, or all that there is, and how much it finds then. */
export async function tune(engines: Engines, queries: Queries, gate: Gate, count: number) {
  const truth = await foundBy(engines.ours as Engine, queries, gate, K);
  const [effort, recall]: [Figures, Figures] = [{}, {}];
  for (const [name, engine] of Object.entries(engines)) {
    let tried = K;
    let reached = await recallOf(engine, queries, truth, gate, tried);
    while (!engine.isExact && reached < RECALL && tried < count) {
      tried = Math.ceil(tried * 1.25);
      reached = await recallOf(engine, queries, truth, gate, tried);
    }
    effort[name] = tried;
    recall[name] = reached;
  }
  return { effort, recall };
}

async function foundBy(engine: Engine, queries: Queries, gate: Gate, effort: number): Promise<number[][]> {
  const found: number[][] = [];
  for (const query of queries) found.push(engine.rows((await engine.search(query, gate, effort)) as never));
  return found;
}

async function recallOf(
  engine: Engine,
  queries: Queries,
  truth: readonly number[][],
  gate: Gate,
  effort: number,
): Promise<number> {
  const found = await foundBy(engine, queries, gate, effort);
  const right = truth.map((rows, q) => rows.filter((row) => found[q]?.includes(row)).length / rows.length);
  return right.reduce((sum, part) => sum + part, 0) / right.length;
}

/** Searches of each engine, after some that are not counted. */
const [SEARCHES, WARM] = [60, 10];

/**
 * Median milliseconds of a search of each engine, and of a copy of so many vectors. They take turns, so that what
 * else the machine does falls on all of them alike, and each finds the caches as the others leave them.
 */
export async function searchTimes(engines: Engines, queries: Queries, gate: Gate, effort: Figures, count: number) {
  const [from, to] = [new Uint8Array(count * 384).fill(1), new Uint8Array(count * 384).fill(2)];
  const times: Record<string, number[]> = {};
  for (let turn = 0; turn < WARM + SEARCHES; turn++) {
    const query = queries[turn % queries.length] as Int8Array;
    const works: Record<string, () => unknown> = { memcpy: () => to.set(from) };
    for (const [name, engine] of Object.entries(engines))
      works[name] = () => engine.search(query, gate, effort[name] as number);
    for (const [name, work] of Object.entries(works)) {
      const time = await timeOf(work);
      times[name] ??= [];
      if (turn >= WARM) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, of]) => [name, median(of)]));
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What JavaScript holds, in bytes: its heap, and the array buffers. */
export function memory(): { readonly heap: number; readonly buffers: number } {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers };
}

/** What an engine holds beside the heap, in bytes. @param before the memory before it was made. */
export function bytesBeside(engine: Engine, before: ReturnType<typeof memory>): number {
  if (!engine.bytes) return memory().buffers - before.buffers;
  const folder = mkdtempSync(join(tmpdir(), 'kopru-bench-'));
  try {
    return engine.bytes(join(folder, 'index'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every how manieth row passes, in words of a key: `pass10` where ten of a hundred do. */
export const keyOf = (gate: Gate): string => (gate === 'all' ? '' : `.pass${100 / GATES[gate]}`);
