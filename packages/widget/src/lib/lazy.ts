import { load } from './load.ts';

/** Code that is loaded when it is needed first, once for a page. */
export interface Lazy<T> {
  /** Undefined where it is not there yet. */
  readonly ready: T | undefined;
  /** What could not be loaded is tried anew when it is asked for again. */
  load(): Promise<T>;
}

/**
 * @param name its file in `src/`, without the ending.
 * @param importing the `import()` of it, written out so that a bundler sees it.
 */
export function lazy<T>(name: string, importing: () => Promise<T>): Lazy<T> {
  let ready: T | undefined;
  let loading: Promise<T> | undefined;
  const read = async (): Promise<T> => {
    try {
      ready = await load(name, importing);
      return ready;
    } finally {
      loading = undefined;
    }
  };
  return {
    get ready() {
      return ready;
    },
    async load() {
      loading ??= ready ? undefined : read();
      return ready ?? (loading as Promise<T>);
    },
  };
}
