import { spawn } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { type Published, publishedPackages } from './packages.ts';

/** Runs a program of PATH. @returns what it printed. @throws {Error} with all of it unless it succeeded. */
export async function run(program: string, args: readonly string[], folder: string): Promise<string> {
  const child = spawn(program, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Programs of npm packages are scripts on Windows.
    shell: process.platform === 'win32' && !isAbsolute(program),
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status === 0) return output;
  throw new Error(`${[program, ...args].join(' ')} ended with ${status}:\n${output}\n${errors}`);
}

/** Runs npm: the one that started the tests, else that of PATH. */
export function npm(args: readonly string[], folder: string): Promise<string> {
  const { npm_execpath, npm_node_execpath = process.execPath } = process.env;
  return npm_execpath === undefined
    ? run('npm', args, folder)
    : run(npm_node_execpath, [npm_execpath, ...args], folder);
}

/** A packed package. */
export interface Tarball {
  readonly name: string;
  readonly file: string;
  /** What it holds. */
  readonly paths: readonly string[];
}

/** Packs packages, which must be built, into a folder. */
export async function pack(
  folder: string,
  isPacked: (published: Published) => boolean = () => true,
): Promise<readonly Tarball[]> {
  const places = publishedPackages()
    .filter(isPacked)
    .map((published) => `./${published.folder}`);
  const printed = await npm(['pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`, ...places], '.');
  const packed: { name: string; filename: string; files: { path: string }[] }[] = Object.values(JSON.parse(printed));
  return packed.map(({ name, filename, files }) => ({
    name,
    file: join(folder, filename),
    paths: files.map(({ path }) => path),
  }));
}

/** Installs packed packages into a folder, with what they depend on from the registry or npm's cache. */
export async function install(folder: string, tarballs: readonly Tarball[]): Promise<void> {
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await npm(['install', ...flags, ...tarballs.map(({ file }) => file)], folder);
}
