/** The reader asks for the list again, after an error or when the connection was lost. Bubbles out of the element. */
export class RetryEvent extends Event {
  constructor() {
    super('kopru-retry', { bubbles: true, composed: true });
  }
}

/**
 * The element needs a viewer token: it has none, or the one that it has ran out. Bubbles out of the element.
 *
 * @example
 * element.addEventListener('kopru-token', (event) =>
 *   event.respondWith(fetch('/kopru/token', { method: 'POST' }).then((answer) => answer.text())));
 */
export class TokenEvent extends Event {
  #answer: Promise<string> = Promise.resolve('');

  constructor() {
    super('kopru-token', { bubbles: true, composed: true });
  }

  /** Gives the token, or a promise of it; an empty one where nobody is logged in. Must be called at once. */
  respondWith(token: string | PromiseLike<string>): void {
    this.#answer = Promise.resolve(token);
    // A page that cannot reach its own server is told of as one that gives no token.
    this.#answer.catch(() => undefined);
  }

  /** What the page answered; empty where it did not. */
  get answer(): Promise<string> {
    return this.#answer;
  }
}

/**
 * The reader does something. What is sent is shown at once, and sent when the time to take it back is over.
 * `preventDefault()` keeps it from being done. Bubbles out of the element.
 */
export class ActionEvent<D> extends Event {
  readonly detail: D;

  constructor(type: string, detail: D) {
    super(type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}
