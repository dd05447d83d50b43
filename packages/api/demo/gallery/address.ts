/**
 * What the gallery shows, as its address says it.
 *
 * @module
 */
import { LOCALES, type Locale } from '@kopru/sdk/facets';
import { type ElementName, SCENES } from './scenes.ts';

export const THEMES = ['light', 'dark', 'forced'] as const;
export const WIDTHS = ['320', '360', '720', '1280', 'full'] as const;
export const DIRECTIONS = ['ltr', 'rtl'] as const;

export interface Address {
  readonly element: ElementName;
  /** Name of a scene of the element. */
  readonly state: string;
  readonly lang: Locale;
  readonly theme: (typeof THEMES)[number];
  readonly width: (typeof WIDTHS)[number];
  readonly dir: (typeof DIRECTIONS)[number];
}

/** The address that a query names; what it does not name, or what there is not, is the first. */
export function addressIn(search: string): Address {
  const query = new URLSearchParams(search);
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T): T =>
    known.find((value) => value === query.get(name)) ?? otherwise;
  const elements = Object.keys(SCENES) as ElementName[];
  const element = one('element', elements, 'matches');
  return {
    element,
    state: one('state', Object.keys(SCENES[element]), 'ready'),
    lang: one('lang', LOCALES, 'en'),
    theme: one('theme', THEMES, 'light'),
    width: one('width', WIDTHS, 'full'),
    dir: one('dir', DIRECTIONS, 'ltr'),
  };
}
