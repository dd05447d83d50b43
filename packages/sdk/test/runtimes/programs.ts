import { spawnSync } from 'node:child_process';
import { globSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from '../../../../scripts/publish/npm.ts';

/** A runtime that is a program, and how it is told to run a script; or why it is not there. */
export interface Program {
  readonly name: string;
  readonly path?: string;
  readonly args: readonly string[];
  readonly missing?: string;
}

const versionOf = (path: string): string | undefined => {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined;
};

/**
 * Runtimes that come from npm lie in a package for each platform, and where its install script ran also in
 * that of the runtime itself: the first that starts is taken.
 */
function fromNpm(name: string, patterns: readonly string[], args: readonly string[]): Program {
  for (const path of globSync(patterns)) {
    const version = versionOf(path);
    if (version !== undefined) return { name: `${name} ${version}`, path: resolve(path), args };
  }
  return { name, args, missing: `npm has no ${name} for this platform` };
}

/** The Node that runs npm, which on a fresh machine is the oldest one. */
function nodeOfNpm(): Program {
  const path = process.env.npm_node_execpath;
  if (path === undefined) return { name: 'the Node of npm', args: [], missing: 'the tests were not started by npm' };
  if (realpathSync(path) === realpathSync(process.execPath))
    return { name: 'the Node of npm', args: [], missing: 'it is the one that runs the tests' };
  return { name: `Node ${versionOf(path)} of npm`, path, args: [] };
}

export const PROGRAMS: readonly Program[] = [
  { name: `Node ${process.versions.node}`, path: process.execPath, args: [] },
  nodeOfNpm(),
  fromNpm('Bun', ['node_modules/@oven/*/bin/bun{,.exe}', 'node_modules/bun/bin/bun.exe'], ['run']),
  fromNpm('Deno', ['node_modules/@deno/*/deno{,.exe}'], ['run', '--allow-all', '--quiet']),
];

/** Runs a script. @returns the last line that it prints. */
export async function runScript({ path = '', args }: Program, script: string, ...more: string[]): Promise<string> {
  const output = await run(path, [...args, script, ...more], '.');
  return output.trimEnd().split('\n').at(-1) ?? '';
}
