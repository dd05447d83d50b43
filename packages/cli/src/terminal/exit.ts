/** Exit codes; they are part of the interface. */
export const EXIT = {
  ok: 0,
  /** Done, with findings: rows were left out, or a file that was validated has errors. */
  findings: 1,
  /** The command was called wrongly, or a file cannot be read. Nothing was done. */
  usage: 2,
  /** The API refused, or could not be reached. */
  remote: 3,
  /** A fault of ours. */
  internal: 70,
  /** Stopped by Ctrl+C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error that is told to the user without a stack: what is wrong, and what to do about it. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;
  /** What to do, in one sentence. */
  readonly hint: string | undefined;

  constructor(message: string, options: { exitCode?: ExitCode; hint?: string | undefined; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.exitCode = options.exitCode ?? EXIT.usage;
    this.hint = options.hint;
  }
}
