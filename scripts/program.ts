import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

export interface Program {
  /** What it has printed. */
  output(): string;
  /** Ends it and what it started. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  /** What it prints when it is ready. */
  readonly ready: RegExp;
  readonly env?: Readonly<Record<string, string>>;
  /** @default that of this process */
  readonly folder?: string;
}

const windows = process.platform === 'win32';

/**
 * Starts a program that serves until it is stopped, and waits until it is ready.
 *
 * @throws {Error} with what it printed, if it ends before.
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  { ready, env, folder = '.' }: ProgramOptions,
): Promise<Program> {
  // In a group of its own, so that npm's children end with it.
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    detached: !windows,
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk;
      if (ready.test(output)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (status) => reject(new Error(`${[command, ...args].join(' ')} ended (${status}):\n${output}`)));
  });
  return { output: () => output, stop: () => end(child) };
}

/** Tools that would call home or ask. */
const QUIET = {
  CI: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
  WRANGLER_SEND_METRICS: 'false',
  npm_config_update_notifier: 'false',
};

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('exit', () => resolve());
    if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-(child.pid as number), 'SIGTERM');
  });
}

/** A port of the loopback interface that nothing uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
