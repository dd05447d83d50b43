/** One named expectation; `run` throws an `Error` that says what was wrong. */
export interface ConformanceCase {
  readonly name: string;
  /** Rejects with what is wrong. */
  run(): Promise<void>;
}

export function check(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}
