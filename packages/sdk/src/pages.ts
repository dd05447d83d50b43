/**
 * Lists, as the client reads them. The schema of a page is in `page.ts`, which the client does not load.
 *
 * @module
 */
import { type Answer, Call } from './call.ts';

/**
 * A list that was asked for. `await` gives its first page; `for await` gives every item of it and of all
 * pages after it, each of which is asked for when the one before is used up.
 */
export class Pages<P, T> extends Call<P> {
  readonly #itemsOf: (page: P) => readonly T[];
  readonly #next: (page: P) => Pages<P, T> | undefined;

  constructor(
    answer: Promise<Answer<P>>,
    itemsOf: (page: P) => readonly T[],
    next: (page: P) => Pages<P, T> | undefined,
  ) {
    super(answer);
    this.#itemsOf = itemsOf;
    this.#next = next;
  }

  /** Item by item, over all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* this.#itemsOf(page);
  }

  /** Page by page. */
  async *pages(): AsyncGenerator<P, void, undefined> {
    let call: Pages<P, T> | undefined = this;
    while (call) {
      const page: P = await call;
      yield page;
      call = call.#next(page);
    }
  }
}
