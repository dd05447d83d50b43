import type { Vector } from './embed.ts';
import { createMarks } from './scan/marks.ts';
import { inRuns } from './scan/nearest.ts';
import { createRows, NONE, norm } from './scan/rows.ts';
import { createScanner } from './scan/scanner.ts';

/** By which part more than are wanted the nearest are looked through at first. */
const SPARE = 1 / 4;

export interface Hit {
  readonly id: string;
  /** Cosine of the nearest pair of vectors, one of the query and one under this id, in [−1,1]. */
  readonly cosine: number;
}

/**
 * Nearest ids by cosine. An id has one vector for each window of its text, and so has a query; the
 * nearest pair counts. Every index passes `conformance/vector-index.ts`.
 */
export interface VectorIndex {
  /** Number of ids. */
  readonly size: number;
  /** Bytes that the vectors take, with room for those to come. */
  readonly memoryBytes: number;
  /**
   * Adds the vectors of an id, in place of those it had, and the marks by which `search` passes over it or
   * not. @throws {RangeError} on another number of dimensions, and when the memory is full; nothing has changed.
   */
  set(id: string, vectors: readonly Vector[], marks?: readonly string[]): void;
  /** Removes an id; an unknown one is no error. */
  delete(id: string): void;
  /**
   * The `limit` nearest ids that `accept` lets through, nearest first; ties by id, so that the
   * same content gives the same list whatever the order of writes.
   *
   * @param accept is asked about as few ids as it takes.
   * @param marked groups of marks: only ids that bear one at least of each group are looked at, which
   *   costs nothing for the others.
   */
  search(
    query: readonly Vector[],
    limit: number,
    accept?: (id: string) => boolean,
    marked?: readonly (readonly string[])[],
  ): Hit[];
}

/**
 * Exact scan over int8 vectors: `dimensions` bytes a vector and 8 more. By WebAssembly where it can be, and
 * in JavaScript otherwise; both give the same lists.
 *
 * @param scan `@kopru/sdk/engine/scan.wasm`, compiled, for Workers, which compile nothing themselves; null:
 *   JavaScript. @default compiled from the bytes in this package, where the runtime allows it
 */
export function createVectorIndex(dimensions: number, scan?: WebAssembly.Module | null): VectorIndex {
  const rows = createRows(dimensions, createScanner(scan));
  const marks = createMarks();
  /** The id of each row, and the first row of each id; the link of a row is the next of its id. */
  const idOf: string[] = [];
  const firstOf = new Map<string, number>();

  function assertDimensions(vectors: readonly Vector[]): void {
    const wrong = vectors.find((vector) => vector.length !== dimensions);
    if (wrong) throw new RangeError(`a vector of ${wrong.length} dimensions for an index of ${dimensions}`);
  }

  function append(id: string, vector: Vector | undefined, marksOfId: readonly string[]): void {
    const row = rows.append(vector, firstOf.get(id) ?? NONE);
    idOf.push(id);
    firstOf.set(id, row);
    marks.set(row, marksOfId);
  }

  /** Closes the gap with the last row. */
  function removeRow(row: number): void {
    const last = rows.count - 1;
    const moved = idOf[last] as string;
    if (row === last) marks.clear(row);
    else {
      marks.move(last, row);
      idOf[row] = moved;
      relink(moved, last, row);
    }
    rows.fill(row);
    idOf.pop();
  }

  /** Tells what leads to a row where it lies from now on. */
  function relink(id: string, from: number, to: number): void {
    let row = firstOf.get(id) as number;
    if (row === from) firstOf.set(id, to);
    else {
      while (rows.link(row) !== from) row = rows.link(row);
      rows.setLink(row, to);
    }
  }

  function remove(id: string): void {
    const own: number[] = [];
    for (let row = firstOf.get(id) ?? NONE; row !== NONE; row = rows.link(row)) own.push(row);
    firstOf.delete(id);
    // From the last row down, so that no row that is still to be removed is moved into a gap.
    for (const row of own.sort((a, b) => b - a)) removeRow(row);
  }

  return {
    get size() {
      return firstOf.size;
    },

    get memoryBytes() {
      return rows.memoryBytes;
    },

    set(id, vectors, marksOfId = []) {
      assertDimensions(vectors);
      rows.reserve(rows.count + vectors.length + 1);
      remove(id);
      // An id without a vector is there too, behind all others.
      for (const vector of vectors.length > 0 ? vectors : [undefined]) append(id, vector, marksOfId);
    },

    delete: remove,

    search(query, limit, accept = () => true, marked = []) {
      assertDimensions(query);
      const hits: Hit[] = [];
      if (limit <= 0 || rows.count === 0) return hits;
      const found = rows.scan(query, marked.length > 0 ? marks.passing(marked, rows.count) : undefined);
      const idAt = (place: number) => idOf[found.rows[place] as number] as string;
      const cosineAt = (place: number) => found.scores[place] as number;
      const seen = new Set<string>();
      const ordered = (run: Int32Array) =>
        run.length === 1
          ? run
          : Array.from(run).sort((a, b) => cosineAt(b) - cosineAt(a) || (idAt(a) < idAt(b) ? -1 : 1));
      // A few are not accepted as a rule, for which a run of four times as many should not be sorted.
      for (const run of inRuns(found.scores, Math.ceil(limit * (1 + SPARE)))) {
        for (const place of ordered(run)) {
          const id = idAt(place);
          // Of the rows of an id its nearest comes first.
          if (seen.has(id)) continue;
          seen.add(id);
          if (accept(id) && hits.push({ id, cosine: cosineAt(place) }) === limit) return hits;
        }
      }
      return hits;
    },
  };
}

/** Cosine of two vectors, in [−1,1]. */
export const cosine = (a: Vector, b: Vector): number => dot(a, b) / (norm(a) * norm(b));

/**
 * Cosine of the nearest pair, one vector of each side, in [−1,1].
 *
 * @param ofA the lengths of the vectors, where they are known.
 */
export function nearest(a: readonly Vector[], b: readonly Vector[], ofA = lengthsOf(a), ofB = lengthsOf(b)): number {
  let best = -1;
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) best = Math.max(best, dot(x, y) / ((ofA[i] as number) * (ofB[j] as number)));
  }
  return best;
}

export const lengthsOf = (vectors: readonly Vector[]): readonly number[] => vectors.map(norm);

/** Four sums at once, none of which waits for another. */
function dot(a: Vector, b: Vector): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  let d = 0;
  for (; d + 3 < a.length; d += 4) {
    s += (a[d] as number) * (b[d] as number);
    t += (a[d + 1] as number) * (b[d + 1] as number);
    u += (a[d + 2] as number) * (b[d + 2] as number);
    v += (a[d + 3] as number) * (b[d + 3] as number);
  }
  for (; d < a.length; d++) s += (a[d] as number) * (b[d] as number);
  return s + t + u + v;
}
