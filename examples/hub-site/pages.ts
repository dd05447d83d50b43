import { readdirSync, readFileSync } from 'node:fs';
import type { ConnectedHub, Script } from './hub.ts';

export const LANGUAGES = ['kk', 'en'] as const;

const here = (path: string): URL => new URL(path, import.meta.url);
const read = (path: string): string => readFileSync(here(path), 'utf8');

/** The pages by their path, such as `/kk/matches`, each as it stands in `pages/`. */
export function readPages(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const file of readdirSync(here(`pages/${language}/`))) {
      const name = file === 'index.html' ? '' : file.replace('.html', '');
      pages.set(`/${language}/${name}`, read(`pages/${language}/${file}`));
    }
  }
  return pages;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files of `public/` by their path. */
export const readPublic = (): Map<string, { readonly type: string; readonly body: string }> =>
  new Map(
    readdirSync(here('public/')).map((file) => [
      `/${file}`,
      { type: TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain', body: read(`public/${file}`) },
    ]),
  );

/** A page with what differs from one deployment and one reader to another filled in; undefined where there is none. */
export function page(
  pages: ReadonlyMap<string, string>,
  path: string,
  { hub, script, member }: { hub: ConnectedHub; script: Script; member: string | undefined },
): string | undefined {
  const html = pages.get(path);
  const values: Readonly<Record<string, string>> = {
    api: hub.api,
    key: hub.publishableKey,
    script: script.src,
    integrity: script.integrity,
    path,
    signed: member ? 'in' : 'out',
    kind: member?.split(':')[0] ?? '',
  };
  return html?.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
