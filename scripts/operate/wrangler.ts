import { spawnSync } from 'node:child_process';

/** Runs wrangler and gives what it printed; `input` goes to its standard input. */
export type Wrangler = (args: readonly string[], input?: string) => string;

/** Wrangler as it is installed here. @throws {Error} with what it said when it fails. */
export const wrangler: Wrangler = (args, input) => {
  const { status, stdout, stderr, error } = spawnSync('wrangler', args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    shell: process.platform === 'win32',
    ...(input !== undefined && { input }),
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`wrangler ${args.join(' ')} failed:\n${stderr || stdout}`);
  return stdout;
};

/** The JSON that a command printed, after what else it may have said. */
export function jsonIn(output: string): unknown {
  const start = output.search(/^[[{]/m);
  if (start < 0) throw new Error(`wrangler answered no JSON:\n${output}`);
  return JSON.parse(output.slice(start));
}
