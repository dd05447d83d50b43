import type { Vector } from '../embed.ts';
import { PAGE, type Scanner } from './scanner.ts';

/** No row. */
export const NONE = -1;

/** The rows that were scored, and their scores at the same places. Valid until the rows change or are scanned again. */
interface Scores {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

/**
 * Vectors packed one behind the other, numbered from 0, in the memory of a scanner. A row is the vector, filled
 * up with zeros to a multiple of 16, its length as float32, and a number that its owner may keep there: 392
 * bytes for 384 dimensions. What a search needs lies behind the rows, so that these never move.
 */
export interface Rows {
  readonly count: number;
  /** Bytes held, those for rows to come included. */
  readonly memoryBytes: number;
  /** Makes room for so many rows in all. @throws {RangeError} when there is none; nothing has changed. */
  reserve(count: number): void;
  /** Adds a row behind the others and returns its number. Without a vector its cosine to everything is −1. */
  append(vector: Vector | undefined, link: number): number;
  link(row: number): number;
  setLink(row: number, link: number): void;
  /** Puts the last row in the place of this one, and ends the rows before it. */
  fill(row: number): void;
  /** @param passing a bit for each row that is to be scored, in words of 32; undefined: all rows. */
  scan(queries: readonly Vector[], passing: Uint32Array | undefined): Scores;
}

/** Bytes of the length and the link of a row. */
const TAIL = 8;

/** By which part of itself a memory grows at least: growing is a copy in some runtimes. */
const GROWTH = 1 / 8;

const up = (value: number, to: number): number => Math.ceil(value / to) * to;

export function createRows(dimensions: number, { memory, scan }: Scanner): Rows {
  const width = up(dimensions, 16);
  const record = width + TAIL;
  let bytes = new Int8Array(memory.buffer);
  let floats = new Float32Array(memory.buffer);
  let numbers = new Int32Array(memory.buffer);
  let count = 0;

  /** Where what a search needs lies, behind so many rows. */
  function layout(rows: number, queryCount: number) {
    const queries = up(rows * record, 16);
    const scores = queries + queryCount * (2 * width + 16);
    const found = scores + 8 * rows;
    const passing = found + 4 * rows;
    return { queries, scores, found, passing, end: passing + 4 * Math.ceil(rows / 32) };
  }

  function ensure(size: number): void {
    const now = memory.buffer.byteLength;
    if (size <= now) return;
    memory.grow(Math.ceil((Math.max(size, now * (1 + GROWTH)) - now) / PAGE));
    bytes = new Int8Array(memory.buffer);
    floats = new Float32Array(memory.buffer);
    numbers = new Int32Array(memory.buffer);
  }

  const linkAt = (row: number) => (row * record + width + 4) / 4;

  return {
    get count() {
      return count;
    },
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
    reserve: (rows) => ensure(layout(rows, 1).end),
    append(vector, link) {
      const row = count++;
      const from = row * record;
      bytes.fill(0, from, from + record);
      if (vector) bytes.set(vector, from);
      // Nothing is greater than what is not a number, and nothing less.
      floats[(from + width) / 4] = vector ? norm(vector) : Number.NaN;
      numbers[linkAt(row)] = link;
      return row;
    },
    link: (row) => numbers[linkAt(row)] as number,
    setLink(row, link) {
      numbers[linkAt(row)] = link;
    },
    fill(row) {
      count--;
      bytes.copyWithin(row * record, count * record, (count + 1) * record);
    },
    scan(queries, passing) {
      const at = layout(count, queries.length);
      ensure(at.end);
      for (const [q, query] of queries.entries()) {
        const from = at.queries + q * (2 * width + 16);
        const filled = new Int16Array(memory.buffer, from, width).fill(0);
        filled.set(query);
        new Float64Array(memory.buffer, from + 2 * width, 1).fill(norm(query));
      }
      const words = Math.ceil(count / 32);
      if (passing) new Uint32Array(memory.buffer, at.passing, words).set(passing.subarray(0, words));
      const bits = passing ? at.passing : 0;
      const found = scan(0, count, record, width, at.queries, queries.length, bits, at.found, at.scores);
      return {
        rows: new Int32Array(memory.buffer, at.found, found),
        scores: new Float64Array(memory.buffer, at.scores, found),
      };
    },
  };
}

/** Length of a vector; 1 for the vector of zeros, which has no direction and so a cosine of 0 to all. */
export function norm(vector: Vector): number {
  let sum = 0;
  for (let d = 0; d < vector.length; d++) sum += (vector[d] as number) ** 2;
  return Math.sqrt(sum) || 1;
}
