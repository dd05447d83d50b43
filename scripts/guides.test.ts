import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, operatorKey, startDevServer } from '../packages/api/dev/index.ts';
import { blocksOf, runBlocks } from './snippets.ts';

const FOLDER = 'docs/guides';
/** One has a test of its own, which changes the sources of a copy. */
const OTHERS = ['add-a-kind.md'];
const guides = (await readdir(FOLDER)).filter((name) => name.endsWith('.md') && !OTHERS.includes(name)).sort();

/**
 * Blocks of a guide: `sh` is run; `json` is what the block before it printed, where "…" stands for anything
 * and what is left out may be there; `js NAME` is a file that later blocks use; `text` is only read;
 * `sh account` needs an account at Cloudflare and cannot be run here.
 */
describe('the guides', () => {
  let storage: string;
  let server: DevServer;
  let demo: string;
  beforeAll(async () => {
    storage = await mkdtemp(join(tmpdir(), 'kopru-guides-'));
    server = await startDevServer({
      config: 'wrangler.toml',
      worker: 'packages/api/dist/worker/local.js',
      storage,
      migrations: 'packages/api/migrations',
      port: 0,
    });
    // As npm would link it; the package is built by then.
    const kopru = `#!/bin/sh\nexec '${process.execPath}' '${resolve('packages/cli/dist/index.js')}' "$@"\n`;
    await writeFile(join(storage, 'kopru'), kopru, { mode: 0o755 });
    demo = JSON.stringify({ url: server.url, operatorKey: await operatorKey(server.db, undefined) });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(storage, { recursive: true, force: true });
  });

  test.each(guides)('%s: every snippet does what it says', async (name) => {
    const blocks = blocksOf(await readFile(join(FOLDER, name), 'utf8'));
    // Inside the repository, so that scripts find its packages as they would in a project of their own.
    await mkdir('.kopru', { recursive: true });
    const folder = await mkdtemp('.kopru/guide-');
    try {
      await mkdir(join(folder, '.kopru'));
      await writeFile(join(folder, '.kopru/demo.json'), demo);
      for (const { info, code } of blocks) {
        const [language, file] = info.split(' ');
        expect(['sh', 'json', 'js', 'text'], `a block of ${name} begins with \`\`\`${info}`).toContain(language);
        if (language === 'js') await writeFile(join(folder, file ?? ''), code);
      }
      const shell = blocks.filter(({ info }) => info === 'sh' || info === 'json');
      const printed = await runBlocks(
        shell.filter(({ info }) => info === 'sh').map(({ code }) => code),
        { folder, env: { PATH: `${storage}${delimiter}${process.env.PATH}` } },
      );
      let block = -1;
      for (const { info, code } of shell) {
        if (info === 'sh') block++;
        else
          expect(parse(printed[block] ?? ''), `after block ${block + 1} of ${name}`).toSatisfy((found) =>
            matches(parse(code), found),
          );
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}

/** Whether a value is as expected: "…" stands for anything, and for the rest of a list. */
function matches(expected: unknown, found: unknown): boolean {
  if (expected === '…') return found !== undefined;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found)) return false;
    const open = expected.at(-1) === '…';
    const items = open ? expected.slice(0, -1) : expected;
    return (
      (open ? found.length >= items.length : found.length === items.length) &&
      items.every((item, i) => matches(item, found[i]))
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return false;
    return Object.entries(expected).every(([name, value]) => matches(value, (found as Record<string, unknown>)[name]));
  }
  return expected === found;
}
