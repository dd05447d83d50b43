import type { Io } from './io.ts';

/** Writes a value to stdout as one line, for programs. */
export function writeJson(io: Io, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}
