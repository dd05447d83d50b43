/**
 * What is measured beside ours. It is not installed with the project, since it is large: the first measurement that
 * needs it does so, into `.kopru/bench`.
 *
 * @module
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = here('../../.kopru/bench');

/** @throws {Error} with what the program printed. */
function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error || status !== 0)
    throw new Error(`${[command, ...args].join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`}`);
}

/** Does something once for each content of some files. @returns the folder in `.kopru/bench` that it is done in. */
export function once(name: string, files: readonly string[], work: (folder: string) => void): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  const folder = join(FOLDER, name);
  const stamp = join(folder, '.made');
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  work(folder);
  writeFileSync(stamp, wanted);
  return folder;
}

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs the packages. @returns how to find them, as `require.resolve` does. */
export function installPeers(progress: (line: string) => void): NodeJS.Require {
  const files = ['package.json', 'package-lock.json'].map(here);
  const folder = once('peers', files, (to) => {
    progress('installing the peers');
    for (const file of files) cpSync(file, join(to, file.slice(here('.').length)));
    // What they would fetch after the install is for graphics cards.
    run(NPM, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], to);
    // The one that comes as C++. Where Node came with its headers they need not be fetched.
    const headers = [join(process.execPath, '../..'), '/usr/local', '/usr'].find((at) =>
      existsSync(join(at, 'include/node/node_api.h')),
    );
    run(NPM, ['rebuild', 'hnswlib-node', ...(headers ? [`--nodedir=${headers}`] : [])], to);
  });
  return createRequire(join(folder, 'index.js'));
}

/**
 * The weights that ship as ONNX, dynamically quantised to int8. Needs Python 3.10 or later.
 *
 * @returns path of the model.
 */
export function exportOnnx(progress: (line: string) => void): string {
  const [script, requirements] = [here('../embed/export_onnx.py'), here('../embed/requirements.txt')];
  const weights = here('../../packages/model/weights');
  const inputs = [script, requirements, join(weights, 'layers.bin'), join(weights, 'embeddings.bin')];
  const folder = once('onnx', inputs, (to) => {
    progress('exporting the weights to ONNX');
    const python = process.platform === 'win32' ? 'python' : 'python3';
    run(python, ['-m', 'venv', 'venv'], to);
    const [bin, suffix] = process.platform === 'win32' ? ['Scripts', '.exe'] : ['bin', ''];
    run(join(to, 'venv', bin, `pip${suffix}`), ['install', '--quiet', '-r', requirements], to);
    run(join(to, 'venv', bin, `python${suffix}`), [script, weights, join(to, 'kopru.onnx')], to);
    rmSync(join(to, 'venv'), { recursive: true, force: true });
  });
  return join(folder, 'kopru.onnx');
}
