import { spawnSync } from 'node:child_process';

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
