import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** Runs a program of PATH, in a folder of the repository; ends this process with its status unless it succeeded. */
export function sh(program: string, args: readonly string[], folder = '.'): void {
  const { status, error } = spawnSync(program, args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** The same for programs that do not wait for one another, as many at a time as there are cores. */
export async function shTogether(programs: readonly (readonly [string, readonly string[]])[]): Promise<void> {
  const waiting = [...programs];
  const turn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const child = spawn(...next, { stdio: 'inherit', shell: process.platform === 'win32' });
      const [status] = await once(child, 'close');
      if (status !== 0) process.exit(status ?? 1);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, turn));
}
