/**
 * Fetches code that is not needed at first.
 *
 * @param name of it: its file in `src/`, without the ending.
 * @param importing the `import()` of it.
 */
export type Load = <T>(name: string, importing: () => Promise<T>) => Promise<T>;

let way: Load = (_, importing) => importing();

export const load: Load = (name, importing) => way(name, importing);

/** Sets the way for all elements of the page: that of the script for a script tag checks what it loads. */
export function loadBy(other: Load): void {
  way = other;
}
