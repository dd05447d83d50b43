import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is read of the package.json of a package of others. */
interface Foreign {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Writes the licences of what is bundled into a package, with that of everything it depends on: their licences
 * ask that they go with every copy. More may be named than the bundler left in.
 *
 * @param bundled names of packages; ours are followed and not named.
 * @param root where they are installed.
 */
export function writeNotices(file: string, bundled: readonly string[], root = '.'): void {
  const found = new Map<string, string>();
  const queue = bundled.map((name) => ({ name, from: root }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const folder = folderOf(next.name, next.from);
    // What is optional or for another platform is not there.
    if (folder === undefined) continue;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Foreign;
    const id = `${manifest.name} ${manifest.version}`;
    if (found.has(id)) continue;
    found.set(id, manifest.name.startsWith('@kopru/') ? '' : noticeOf(folder, manifest));
    queue.push(...Object.keys(manifest.dependencies ?? {}).map((name) => ({ name, from: folder })));
  }
  const notices = [...found].filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, notices.map(([id, text]) => `${id}\n${'='.repeat(id.length)}\n\n${text.trim()}\n`).join('\n\n'));
}

/** Where a package is found from a folder, as Node looks for it. */
function folderOf(name: string, from: string): string | undefined {
  const here = join(from, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return here;
  return dirname(from) === from ? undefined : folderOf(name, dirname(from));
}

function noticeOf(folder: string, { name, license }: Foreign): string {
  const texts = globSync('{LICEN[CS]E,licen[cs]e,NOTICE,COPYING}*', { cwd: folder }).sort();
  if (texts.length > 0) return texts.map((text) => readFileSync(join(folder, text), 'utf8')).join('\n');
  if (license === undefined) throw new Error(`${name} is bundled and states no licence`);
  return `License: ${license}`;
}
