import type { Pins } from './pins.ts';

/**
 * Loads modules that are what they were at the build. Works under a policy of `script-src` with the origin of the
 * script alone: a browser checks the integrity of a `script` element, and `import()` then gives what that has run.
 *
 * @param base the folder of the script.
 * @param first pins; the others are the default export of the module `pins`.
 */
export function pinned(base: string, first: Pins): <T>(name: string) => Promise<T> {
  const running = new Map<string, Promise<string>>();
  const failures = new Map<string, number>();

  const put = <K extends 'script' | 'link'>(tag: K, values: Partial<HTMLElementTagNameMap[K]>): void =>
    document.head.append(Object.assign(document.createElement(tag), { crossOrigin: 'anonymous' }, values));
  const addressOf = (name: string, tries = 0) => `${base}${name}.js${tries > 0 ? `?${tries}` : ''}`;

  const run = (name: string, pins: Pins): Promise<string> => {
    const begun = running.get(name) ?? start(name, pins);
    running.set(name, begun);
    return begun;
  };

  const start = async (name: string, pins: Pins): Promise<string> => {
    const [integrity, ...imports] = pins[name] ?? [];
    if (!integrity) throw new Error(`Köprü has no file "${name}".`);
    // A browser may have kept what was wrong with it.
    const tries = failures.get(name) ?? 0;
    const address = addressOf(name, tries);
    try {
      // What it imports has to be checked before, since imports are not; so that it need not wait, it is fetched now.
      if (imports.length > 0) put('link', { rel: 'preload', as: 'script', href: address, integrity });
      await Promise.all(imports.map((imported) => run(imported, pins)));
      await new Promise<unknown>((onload, reject) => {
        const onerror = () => reject(new Error(`${address} was not loaded, or is not what it was at the build.`));
        put('script', { type: 'module', src: address, integrity, onload, onerror });
      });
      return address;
    } catch (error) {
      // It is tried anew when it is asked for again; not under another address where files import it under this one.
      running.delete(name);
      if (!isImported(name, pins)) failures.set(name, tries + 1);
      throw error;
    }
  };

  return async (name) => {
    if (name in first) return import(await run(name, first));
    const pins = (await import(await run('pins', first))) as { readonly default: Pins };
    return import(await run(name, pins.default));
  };
}

const isImported = (name: string, pins: Pins): boolean =>
  Object.values(pins).some(([, ...imports]) => imports.includes(name));
