import { LOCALES } from '../../packages/sdk/src/facets/index.ts';
import { elementNames, scriptFiles } from '../../packages/widget/bundle/script.ts';
import { bytesOf, firstLoad, loadedWith } from '../../packages/widget/bundle/sizes.ts';
import { sizeOf } from '../../scripts/publish/sizes.ts';

const KB = 1000;
const inKB = (bytes: number): number => Math.round(bytes / (KB / 100)) / 100;

/** What a browser loads of each entry, in kilobytes of 1,000 bytes, minified and gzipped. */
export async function bundle(progress: (line: string) => void): Promise<{ gzipKB: Record<string, number> }> {
  progress('bundling the script for a script tag');
  const files = await scriptFiles();
  const gzipKB: Record<string, number> = {};
  for (const element of await elementNames()) {
    const inLanguages = LOCALES.map((locale) => bytesOf(files, firstLoad(files, element, locale)));
    gzipKB[`widget.${element}`] = inKB(bytesOf(files, firstLoad(files, element, 'en')));
    gzipKB[`widget.${element}.mostLanguage`] = inKB(Math.max(...inLanguages));
  }
  gzipKB['widget.kopru.js'] = inKB(bytesOf(files, ['kopru']));
  gzipKB['widget.matches.acting'] = inKB(
    bytesOf(
      files,
      loadedWith(files, ['matches/acting']).filter((name) => !firstLoad(files, 'matches', 'en').includes(name)),
    ),
  );
  progress('bundling the client');
  gzipKB['sdk.client'] = inKB(sizeOf('packages/sdk/src/index.ts'));
  return { gzipKB };
}
