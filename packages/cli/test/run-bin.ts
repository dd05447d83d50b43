import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/** How `kopru` is run from source, for a shell. */
export const COMMAND: readonly string[] = [process.execPath, '--conditions=@kopru/source', source];

/** Runs the command line as its users do: in a process of its own, with pipes in place of a terminal. */
export function runBin(
  args: readonly string[],
  { env = {}, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<{ exit: number; out: string; err: string }> {
  const [node = '', ...before] = COMMAND;
  return new Promise((resolve) => {
    // Of our own environment only what finds programs, so that a test says itself what else there is.
    const clean = { PATH: process.env.PATH ?? '', ...env };
    execFile(node, [...before, ...args], { env: clean, cwd, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ exit: error ? Number(error.code) : 0, out, err });
    });
  });
}
