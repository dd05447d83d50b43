import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type OutputChunk, rolldown } from 'rolldown';
import { minified } from './minify-templates.ts';

/**
 * Bytes, gzipped, of an element from the npm package as the bundler of a site makes it: one file with Lit and
 * the client, and the files of its words in one language. What is loaded when something is pressed or unfolded is not counted.
 *
 * @param words the parts of words that it needs at first.
 */
export async function oneFile(element: string, locale: string, words: readonly string[]): Promise<number> {
  const build = await rolldown({
    input: fileURLToPath(new URL(`../src/${element}/${element}-element-define.ts`, import.meta.url)),
    platform: 'browser',
    checks: { pluginTimings: false },
    resolve: { conditionNames: ['@kopru/source', 'import', 'browser', 'default'] },
    transform: { target: 'es2022' },
    plugins: [
      {
        name: 'minify-templates',
        // The package is published with its templates made small.
        transform: {
          filter: { id: /[\\/]widget[\\/]src[\\/].*\.ts$/ },
          handler: async (code) => ({ code: await minified(code) }),
        },
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, comments: { legal: false } });
  await build.close();
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const isWanted = ({ isEntry, facadeModuleId }: OutputChunk) =>
    isEntry || words.some((part) => facadeModuleId?.replaceAll('\\', '/').endsWith(`${part}/${locale}.ts`));
  // With what they import: a set gives also what is added while it is read.
  const counted = new Set([...chunks.values()].filter(isWanted));
  for (const { imports } of counted) for (const name of imports) counted.add(chunks.get(name) as OutputChunk);
  return [...counted].map(({ code }) => gzipSync(code, { level: 9 }).length).reduce((sum, bytes) => sum + bytes, 0);
}
