/**
 * The projects of people who use the packages: files that the test of the tarballs puts beside an installed
 * node_modules.
 *
 * @module
 */
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The Node of the tests, and the one that runs npm, which on a fresh machine is the oldest. */
export const NODES = [...new Set([process.execPath, process.env.npm_node_execpath ?? process.execPath])];

/** Puts files into a folder. */
export async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A folder outside the repository, so that nothing of it is found by chance. */
export const emptyFolder = async (): Promise<string> => realpath(await mkdtemp(join(tmpdir(), 'kopru-project-')));

/** For Node without ES modules. Prints what `require` and `import()` of the client came to. */
export const COMMON_JS = `
const found = { types: typeof process.features.require_module };
try {
  found.require = typeof require('@kopru/sdk').Kopru;
} catch (error) {
  found.require = error.code;
}
import('@kopru/sdk').then(({ Kopru }) => {
  console.log(JSON.stringify({ ...found, import: typeof Kopru }));
});
`;

export const TYPED_COMMON_JS = `
import { Kopru } from '@kopru/sdk';
export const kopru: Kopru = new Kopru({ apiKey: 'k', baseUrl: 'https://kopru.example' });
`;

/** @param resolution what a project sets beside `strict`. */
export const tsconfig = (resolution: Readonly<Record<string, string>>, include: readonly string[]): string =>
  JSON.stringify({
    compilerOptions: {
      ...resolution,
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      // The declarations of the packages, and of what they depend on, are checked too.
      skipLibCheck: false,
      noEmit: true,
    },
    include,
  });

/** Imports every entry. */
export const importAll = (specifiers: readonly string[]): string =>
  [
    ...specifiers.map((specifier, i) => `import * as e${i} from '${specifier}';`),
    `export const all: object[] = [${specifiers.map((_, i) => `e${i}`).join(', ')}];`,
  ].join('\n');

export const PAGE_HTML = '<!doctype html><title>Köprü</title><script type="module" src="/main.ts"></script>';

/** A page with the client, the element and the model. Its title tells whether all of them work. */
export const PAGE = `
import { Kopru } from '@kopru/sdk';
import { createMatcher } from '@kopru/sdk/engine';
import { createEmbedder, sectors } from '@kopru/model/browser';
import '@kopru/widget/define';

const kopru = new Kopru({ apiKey: 'kopru_pk_test', baseUrl: location.origin });
const matcher = createMatcher({ embedder: await createEmbedder({ baseUrl: '/model' }), sectors: sectors() });
await matcher.add('investor', 'fund', { name: 'Fund', thesis: 'Soil salinity', consent: { matching: true } });
const { matches } = await matcher.match({ kind: 'startup', profile: { name: 'Topıraq', pitch: 'Tuzluluk sondaları' } });
const element = document.body.appendChild(document.createElement('kopru-matches')) as HTMLElement & { list: unknown };
document.title = [matches[0]?.id, typeof kopru.matches.list, element.shadowRoot ? 'element' : ''].join(' ');
`;

/** A Worker with the whole engine and the model. */
export const WORKER = `
import { createMatcher } from '@kopru/sdk/engine';
import { createEmbedder, sectors } from '@kopru/model/workerd';
import module from '@kopru/model/weights/kernel.wasm';
import scan from '@kopru/sdk/engine/scan.wasm';

export default {
  async fetch(request, env) {
    const fetchFile = (name) => env.ASSETS.fetch('https://assets.local/' + name);
    const embedder = await createEmbedder({ module, fetchFile });
    const matcher = createMatcher({ embedder, sectors: sectors(), scan });
    await matcher.add('investor', 'fund', { name: 'Fund', thesis: 'Soil salinity', consent: { matching: true } });
    const { matches } = await matcher.match({ kind: 'startup', profile: await request.json() });
    return Response.json(matches.map((match) => [match.id, matcher.explain(match, 'kk').reasons.length]));
  },
};
`;
