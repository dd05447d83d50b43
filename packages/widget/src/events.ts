/** The reader asks for the list again, after an error or when the connection was lost. Bubbles out of the element. */
export class RetryEvent extends Event {
  constructor() {
    super('kopru-retry', { bubbles: true, composed: true });
  }
}
