import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoProfiles } from '../api/demo/profiles.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Paths of the two configurations, as they are in the repository and beside them in the package. */
const MOVED = {
  'wrangler.toml': [
    ['main = "packages/api/src/local.ts"', 'main = "worker/local.js"'],
    ['directory = "packages/api/dist/assets-local"', 'directory = "assets"'],
    ['migrations_dir = "packages/api/migrations"', 'migrations_dir = "migrations"'],
  ],
  // The weights are those of @kopru/model: who starts it says where they are.
  'wrangler.embedder.toml': [
    ['main = "packages/api/dist/worker/embedder.js"', 'main = "worker/embedder.js"'],
    ['directory = "packages/model/weights"', 'directory = "weights"'],
  ],
} as const;
type Config = keyof typeof MOVED;

const WORKERS = ['local.js', 'embedder.js'];

/** Puts the server of `kopru dev` beside the built commands. The Workers and their assets must be built. */
export async function buildServer(): Promise<void> {
  const to = here('dist/server');
  const api = (path: string): string => here(`../api/${path}`);
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, 'worker'), { recursive: true });
  const workers = await Promise.all(WORKERS.map((name) => readFile(api(`dist/worker/${name}`), 'utf8')));
  const wasm = workers.flatMap((worker) =>
    Array.from(worker.matchAll(/["']\.\/([^"']+\.wasm)["']/g), ([, name]) => name as string),
  );
  await Promise.all([
    ...[...WORKERS, ...wasm].map((name) => cp(api(`dist/worker/${name}`), join(to, 'worker', name))),
    cp(api('migrations'), join(to, 'migrations'), { recursive: true }),
    cp(api('dist/assets-local'), join(to, 'assets'), { recursive: true }),
    writeFile(join(to, 'demo-profiles.json'), JSON.stringify(demoProfiles())),
    ...(Object.keys(MOVED) as Config[]).map(async (name) =>
      writeFile(join(to, name), moved(name, await readFile(here(`../../${name}`), 'utf8'))),
    ),
  ]);
}

/** The local part of a configuration, with the paths of the package. */
function moved(name: Config, toml: string): string {
  const [local = ''] = toml.split('[env.production]');
  return MOVED[name].reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${name} holds no line ${from}; packages/cli/build.ts expects one`);
    return text.replace(from, to);
  }, local);
}
