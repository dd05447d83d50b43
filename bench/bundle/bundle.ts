import { LOCALES } from '../../packages/sdk/src/facets/index.ts';
import { oneFile } from '../../packages/widget/bundle/one-file.ts';
import { elementNames, scriptFiles } from '../../packages/widget/bundle/script.ts';
import { bytesOf, firstLoad, loadedWith } from '../../packages/widget/bundle/sizes.ts';
import { sizeOf } from '../../scripts/publish/sizes.ts';

const KB = 1000;
const inKB = (bytes: number): number => Math.round(bytes / (KB / 100)) / 100;

/** What a browser loads of each entry, in kilobytes of 1,000 bytes, minified and gzipped. */
export async function bundle(progress: (line: string) => void): Promise<{ gzipKB: Record<string, number> }> {
  progress('bundling <kopru-matches> as the bundler of a site does');
  const gzipKB: Record<string, number> = { 'widget.matches': inKB(await oneFile('matches', 'en', ['base'])) };
  const each = await Promise.all(LOCALES.map((locale) => oneFile('matches', locale, ['base'])));
  gzipKB['widget.matches.mostLanguage'] = inKB(Math.max(...each));
  progress('bundling the script for a script tag');
  const files = await scriptFiles();
  for (const element of await elementNames()) {
    const inLanguages = LOCALES.map((locale) => bytesOf(files, firstLoad(files, element, locale)));
    gzipKB[`script.${element}`] = inKB(bytesOf(files, firstLoad(files, element, 'en')));
    gzipKB[`script.${element}.mostLanguage`] = inKB(Math.max(...inLanguages));
  }
  gzipKB['script.kopru.js'] = inKB(bytesOf(files, ['kopru']));
  gzipKB['script.matches.acting'] = inKB(
    bytesOf(
      files,
      loadedWith(files, ['matches/acting']).filter((name) => !firstLoad(files, 'matches', 'en').includes(name)),
    ),
  );
  progress('bundling the client');
  gzipKB['sdk.client'] = inKB(sizeOf('packages/sdk/src/index.ts'));
  return { gzipKB };
}
