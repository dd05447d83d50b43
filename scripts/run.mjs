// Runs a task of the repository: installs what is missing, then hands over to Node 24, which comes
// from npm (the package `node`). Plain Node 20 with no dependency, so that it runs on a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WINDOWS = process.platform === 'win32';
const OLDEST = [22, 12];

const [task, ...args] = process.argv.slice(2);

install();
const node = findNode();
const run = spawnSync(node, ['--conditions=@kopru/source', join(ROOT, 'scripts', 'tasks.ts'), task ?? '', ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Programs that a task starts by name find Node 24 and the tools of this repository first.
    PATH: [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  },
});
if (run.error) fail(`Could not start ${node}: ${run.error.message}`);
process.exit(run.status ?? 1);

/** `npm ci` when node_modules is not what package-lock.json says, as a stamp in it tells. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules', '.kopru', 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what is missing (npm ci) …');
  // One string and a shell, since npm is a script on Windows. Warnings of engines are about the
  // Node that installs, which is not the Node that runs.
  const done = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: true,
  });
  if (done.status !== 0) fail('npm ci failed; its output is above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** Node 24 of the npm package `node`, or the Node that runs this if it is new enough. */
function findNode() {
  const own = join(ROOT, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath;
  return fail(
    `Node ${OLDEST.join('.')} or newer is needed and this is ${process.versions.node}. The npm package "node" brings it, ` +
      'unless npm was told to run no install scripts: run "npm rebuild node", or install a newer Node.',
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
