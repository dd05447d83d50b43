import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Builds the demo page from source: `index.html`, `page.js`, `page.css` and `icon.svg`.
 *
 * @param outDir where they go; made if it is not there. Files of other names in it stay.
 * @throws on a build error, which esbuild has printed.
 */
export async function buildDemo(outDir: string): Promise<void> {
  await bundle('page', 'page/main.ts', outDir);
  await Promise.all(
    ['index.html', 'page.css', 'icon.svg'].map((file) => copyFile(source(`page/${file}`), join(outDir, file))),
  );
}

/** Builds the gallery of the elements: `gallery.html`, `gallery.js`, `gallery.css` and `icon.svg`. */
export async function buildGallery(outDir: string): Promise<void> {
  await bundle('gallery', 'gallery/main.ts', outDir);
  const files = {
    'gallery/index.html': 'gallery.html',
    'gallery/gallery.css': 'gallery.css',
    'page/icon.svg': 'icon.svg',
  };
  await Promise.all(Object.entries(files).map(([file, name]) => copyFile(source(file), join(outDir, name))));
}

async function bundle(name: string, entry: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: { [name]: source(entry) },
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
}
