import type { Vector } from './embed.ts';

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
  /** Adds the vectors of an id, in place of those it had. @throws {RangeError} on another number of dimensions. */
  set(id: string, vectors: readonly Vector[]): void;
  /** Removes an id; an unknown one is no error. */
  delete(id: string): void;
  /**
   * The `limit` nearest ids that `accept` lets through, nearest first; ties by id, so that the
   * same content gives the same list whatever the order of writes.
   */
  search(query: readonly Vector[], limit: number, accept?: (id: string) => boolean): Hit[];
}

/** Exact scan over int8 vectors packed in one array: `dimensions` bytes a vector and its id. */
export function createVectorIndex(dimensions: number): VectorIndex {
  let rows = new Int8Array(64 * dimensions);
  let norms = new Float32Array(64);
  /** The id of each row, and the rows of each id. */
  const idOf: string[] = [];
  const rowsOf = new Map<string, number[]>();

  function assertDimensions(vectors: readonly Vector[]): void {
    const wrong = vectors.find((vector) => vector.length !== dimensions);
    if (wrong) throw new RangeError(`a vector of ${wrong.length} dimensions for an index of ${dimensions}`);
  }

  function append(id: string, vector: Vector): number {
    const row = idOf.length;
    if (row === norms.length) {
      const [wider, longer] = [new Int8Array(rows.length * 2), new Float32Array(norms.length * 2)];
      wider.set(rows);
      longer.set(norms);
      [rows, norms] = [wider, longer];
    }
    rows.set(vector, row * dimensions);
    norms[row] = norm(vector);
    idOf.push(id);
    return row;
  }

  /** Closes the gap with the last row. */
  function removeRow(row: number): void {
    const last = idOf.length - 1;
    const moved = idOf[last] as string;
    rows.copyWithin(row * dimensions, last * dimensions, (last + 1) * dimensions);
    norms[row] = norms[last] as number;
    idOf[row] = moved;
    idOf.pop();
    const movedRows = rowsOf.get(moved);
    movedRows?.splice(movedRows.indexOf(last), 1, row);
  }

  function remove(id: string): void {
    const own = rowsOf.get(id) ?? [];
    rowsOf.delete(id);
    // From the last row down, so that no row that is still to be removed is moved into a gap.
    for (const row of own.sort((a, b) => b - a)) removeRow(row);
  }

  return {
    get size() {
      return rowsOf.size;
    },

    set(id, vectors) {
      assertDimensions(vectors);
      remove(id);
      rowsOf.set(
        id,
        vectors.map((vector) => append(id, vector)),
      );
    },

    delete: remove,

    search(query, limit, accept = () => true) {
      assertDimensions(query);
      const lengths = query.map(norm);
      const hits: Hit[] = [];
      for (const [id, own] of rowsOf) {
        if (!accept(id)) continue;
        let best = -1;
        for (const row of own) {
          for (const [q, vector] of query.entries()) {
            const alike = dot(vector, rows, row * dimensions) / ((lengths[q] as number) * (norms[row] as number));
            if (alike > best) best = alike;
          }
        }
        hits.push({ id, cosine: best });
      }
      return hits.sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
  };
}

/** Cosine of two vectors, in [−1,1]. */
export const cosine = (a: Vector, b: Vector): number => dot(a, b, 0) / (norm(a) * norm(b));

/** Cosine of the nearest pair, one vector of each side, in [−1,1]. */
export const nearest = (a: readonly Vector[], b: readonly Vector[]): number =>
  Math.max(-1, ...a.flatMap((x) => b.map((y) => cosine(x, y))));

function dot(a: Vector, b: Vector, offset: number): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[offset + d] as number);
  return sum;
}

/** 1 for the vector of zeros, which has no direction and so a cosine of 0 to all. */
const norm = (v: Vector): number => Math.sqrt(dot(v, v, 0)) || 1;
