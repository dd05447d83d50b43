import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const page = (file: string): string => fileURLToPath(new URL(`page/${file}`, import.meta.url));

/**
 * Builds the demo page from source: `index.html`, `page.js`, `page.css` and `icon.svg`.
 *
 * @param outDir where they go; made if it is not there. Files of other names in it stay.
 * @throws on a build error, which esbuild has printed.
 */
export async function buildDemo(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: { page: page('main.ts') },
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // Without it Cyrillic would be written in escapes of six bytes a letter.
    charset: 'utf8',
    conditions: ['@kopru/source'],
    logLevel: 'warning',
  });
  await Promise.all(['index.html', 'page.css', 'icon.svg'].map((file) => copyFile(page(file), join(outDir, file))));
}
