import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoProfiles } from '../api/demo/profiles.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Paths of wrangler.toml, as they are in the repository and beside it in the package. */
const MOVED = [
  ['main = "packages/api/src/local.ts"', 'main = "worker/local.js"'],
  ['directory = "packages/api/dist/assets-local"', 'directory = "assets"'],
  ['migrations_dir = "packages/api/migrations"', 'migrations_dir = "migrations"'],
] as const;

/** Puts the server of `kopru dev` beside the built commands. The Worker and its assets must be built. */
export async function buildServer(): Promise<void> {
  const to = here('dist/server');
  const api = (path: string): string => here(`../api/${path}`);
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, 'worker'), { recursive: true });
  const worker = await readFile(api('dist/worker/local.js'), 'utf8');
  const wasm = Array.from(worker.matchAll(/["']\.\/([^"']+\.wasm)["']/g), ([, name]) => name as string);
  await Promise.all([
    writeFile(join(to, 'worker/local.js'), worker),
    ...wasm.map((name) => cp(api(`dist/worker/${name}`), join(to, 'worker', name))),
    cp(api('migrations'), join(to, 'migrations'), { recursive: true }),
    // The weights come from @kopru/model when the server starts.
    cp(api('dist/assets-local'), join(to, 'assets'), { recursive: true, filter: (path) => !/[\\/]model$/.test(path) }),
    writeFile(join(to, 'demo-profiles.json'), JSON.stringify(demoProfiles())),
    writeFile(join(to, 'wrangler.toml'), moved(await readFile(here('../../wrangler.toml'), 'utf8'))),
  ]);
}

/** The local part of wrangler.toml, with the paths of the package. */
function moved(toml: string): string {
  const local = toml.slice(0, toml.indexOf('[env.production]'));
  return MOVED.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`wrangler.toml holds no line ${from}; packages/cli/build.ts expects one`);
    return text.replace(from, to);
  }, local);
}
