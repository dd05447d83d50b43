/**
 * The script for a script tag: registers each element of Köprü when its tag is first on the page. What it loads
 * lies beside it, and runs only if it is what the build has pinned here.
 *
 * @module
 */
import type { Load } from '../lib/load.ts';
import { pinned } from './load-pinned.ts';
import type { Pins } from './pins.ts';

/** Put in by the build. */
declare const PINS: Pins;
declare const ELEMENTS: readonly string[];

const load = pinned(new URL('.', import.meta.url).href, PINS);

/** Elements that are not registered, nor about to be. */
const missing = new Set(ELEMENTS);

async function define(name: string): Promise<void> {
  missing.delete(name);
  try {
    const element = await load<{ define(load: Load): void }>(name);
    element.define((later) => load(later));
  } catch (error) {
    console.error(error);
    // It is tried again when the page changes.
    missing.add(name);
  }
}

function look(): void {
  for (const name of missing) if (document.querySelector(`kopru-${name}`)) void define(name);
}

new MutationObserver(look).observe(document, { childList: true, subtree: true });
look();
