import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from './browser.ts';
import { type LocalHub, startHub } from './local-hub.ts';
import { serveFolder } from './publish/serve-folder.ts';
import { type Block, blocksOf, runBlocks } from './snippets.ts';

const READMES = ['README.md', ...globSync('packages/*/README.md').sort()];
/** Run by whoever reads them, by everything else here, and by `scripts/publish` with what would be published. */
const ELSEWHERE = /^npm (start|test|install @kopru\/[a-z]+)( +#.*)?$/;
const exempt = ({ info, code }: Block) =>
  info === 'sh' &&
  code
    .trim()
    .split('\n')
    .every((line) => ELSEWHERE.test(line));

/** What the snippets of a document come to. */
const RESULTS: Readonly<Record<string, string>> = {
  'README.md': 'Şoranlaşma əkin yerlərini sıradan çıxarır.',
  'packages/cli/README.md': 'Топырақ,Muğan Fondu,1,',
  'packages/model/README.md': 'Şoranlaşma əkin yerlərini sıradan çıxarır.',
  'packages/sdk/README.md': 'Muğan Fondu',
};

/** Commands of the documents that run here otherwise: curl, which shall fail on an error, and kopru from its sources. */
const COMMANDS = `exec 2>&1
curl() { command curl -sS --fail-with-body "$@"; }
npx() { shift; node --conditions=@kopru/source "${resolve('packages/cli/src/index.ts')}" "$@"; }`;

/** What a hub would have: two files of a language each. */
const FILES = {
  'startups.csv': 'name;pitch\nТопырақ;Топырақтың тұздылығын өлшейтін зондтар орнатамыз.\n',
  'investors.csv': 'name;thesis\nMuğan Fondu;Torpağın duzunu erkən ölçən sensorlara sərmayə qoyuruq.\n',
};

const snippetsOf = async (name: string): Promise<Block[]> =>
  blocksOf(await readFile(name, 'utf8')).filter((block) => !exempt(block));

describe('the READMEs', () => {
  let hub: LocalHub;
  let root: string;
  beforeAll(async () => {
    hub = await startHub();
    await hub.kopru.investors.upsert('mugan', {
      name: 'Muğan Fondu',
      thesis: 'Torpağın duzunu erkən ölçən sensorlara sərmayə qoyuruq.',
      consent: { matching: true },
    });
    // Inside the repository, so that the snippets find its packages as they would in a project of their own.
    await mkdir('.kopru', { recursive: true });
    root = await mkdtemp('.kopru/readme-');
  });
  afterAll(async () => {
    await hub?.stop();
    if (root) await rm(root, { recursive: true, force: true });
  });

  const folderOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = await mkdtemp(join(root, 'files-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return folder;
  };

  test.each(READMES)('%s: every snippet runs as it stands', async (name) => {
    const blocks = await snippetsOf(name);
    for (const { info } of blocks) {
      expect(['sh', 'ts', 'html'], `a block of ${name} begins with \`\`\`${info}`).toContain(info);
    }
    // The page before it needs who signs tokens: packages/widget/test/journey.test.ts has both.
    const html = blocks.findLast(({ info }) => info === 'html');
    const script = blocks.findLast(({ info }) => info === 'ts');
    if (html && script) {
      if (!noBrowser) await showPage(html.code, script.code);
      return;
    }
    const codes = blocks.map(({ code }) => code.replaceAll('http://127.0.0.1:8787', hub.url));
    const scripts = blocks.flatMap(({ info }, i) => (info === 'ts' ? [[`${i}.ts`, codes[i] ?? '']] : []));
    const folder = await folderOf({ ...FILES, ...Object.fromEntries(scripts) });
    const commands = blocks.map(({ info }, i) =>
      info === 'sh' ? (codes[i] ?? '') : `node --conditions=@kopru/source ${i}.ts`,
    );
    const keys = { KEY: hub.key, KOPRU_KEY: hub.key };
    const printed = await runBlocks([COMMANDS, ...commands, 'cat matches.csv || true'], { folder, env: keys });
    for (const text of printed.slice(1, -1)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toContain('undefined');
    }
    expect(RESULTS).toHaveProperty([name]);
    expect(printed.join('\n')).toContain(RESULTS[name]);
  });

  test('the snippets have the right types in a strict project', async () => {
    const config = {
      extends: resolve('tsconfig.base.json'),
      // As strict as a new project is, and no stricter.
      compilerOptions: { lib: ['ES2024', 'DOM'], types: ['node'], noUncheckedIndexedAccess: false },
      include: ['.'],
    };
    const files: Record<string, string> = { 'tsconfig.json': JSON.stringify(config) };
    for (const name of READMES) {
      for (const [i, { info, code }] of (await snippetsOf(name)).entries()) {
        if (info === 'ts') files[`${name.replaceAll('/', '-')}-${i}.ts`] = code;
      }
    }
    const types = await folderOf(files);
    run('tsc', ['-p', types]);
  });

  /** A page of the `html` and the `ts` block, with the list that the snippet fetches, in Chromium. */
  async function showPage(html: string, script: string): Promise<void> {
    const subject = {
      kind: 'startup',
      profile: { name: 'Топырақ', pitch: 'Топырақтың тұздылығын өлшейміз.' },
    } as const;
    const folder = await folderOf({
      'page.ts': script,
      'matches.json': JSON.stringify(await hub.kopru.matches.find(subject, { explain: 'kk' })),
      'index.html': `<!doctype html><html lang="en"><title>A hub</title><body>${html}<script type="module" src="/page.js"></script>`,
    });
    const [from, to] = [join(folder, 'page.ts'), join(folder, 'page.js')];
    run('esbuild', [
      from,
      `--outfile=${to}`,
      '--bundle',
      '--format=esm',
      '--conditions=@kopru/source',
      '--log-level=error',
    ]);
    const site = await serveFolder({ '/': folder });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(site.url);
      const card = page.locator('kopru-matches article').first();
      await card.waitFor();
      expect(await card.textContent()).toContain('Muğan Fondu');
    } finally {
      await browser.close();
      await site.stop();
    }
  }
});

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
}
