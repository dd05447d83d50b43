import type { D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { Queryable } from './queryable.ts';

type Reads = Pick<D1PreparedStatement, 'bind' | 'all' | 'first'>;
type Run = (statements: readonly D1PreparedStatement[]) => Promise<D1Result[]>;

/**
 * D1 for reads alone, of which those that are begun at the same time go out as one batch: the way to D1 and back
 * takes longer than most queries. So they also see one state of it, and where one fails, all of them do.
 */
export function readTogether(db: Queryable): Queryable {
  let waiting: D1PreparedStatement[] = [];
  let answer: Promise<D1Result[]> | undefined;

  const run: Run = async (statements) => {
    const from = waiting.length;
    waiting.push(...statements);
    // Whatever is begun in this turn has begun before its microtasks run.
    answer ??= Promise.resolve().then(() => {
      const all = waiting;
      waiting = [];
      answer = undefined;
      return db.batch(all);
    });
    return (await answer).slice(from, from + statements.length);
  };
  const prepare = (sql: string) => new Read(db.prepare(sql), run);
  const batch = (statements: readonly Read[]) => run(statements.map(({ inner }) => inner));
  return { prepare, batch } as unknown as Queryable;
}

/** A statement that waits for the others. */
class Read implements Reads {
  readonly inner: D1PreparedStatement;
  readonly #run: Run;

  constructor(inner: D1PreparedStatement, run: Run) {
    this.inner = inner;
    this.#run = run;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    return new Read(this.inner.bind(...values), this.#run) as unknown as D1PreparedStatement;
  }

  async all<T>(): Promise<D1Result<T>> {
    const [result] = await this.#run([this.inner]);
    return result as D1Result<T>;
  }

  async first<T>(column?: string): Promise<T | null> {
    const { results } = await this.all<Record<string, T>>();
    const row = results[0] ?? null;
    return (row && column !== undefined ? row[column] : row) as T | null;
  }
}
