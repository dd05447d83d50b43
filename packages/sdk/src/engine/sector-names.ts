import { LOCALES, SECTORS, type SectorCode } from '../facets/index.ts';
import { LOCALE_STRINGS } from '../strings/index.ts';
import { foldName } from './fold-name.ts';

let names: Map<string, SectorCode> | undefined;

/**
 * Every name of every sector in the nine languages. A name that two sectors share belongs to the
 * one whose code it is, else whose label, else to the more general one.
 */
function sectorNames(): Map<string, SectorCode> {
  if (names) return names;
  names = new Map();
  const general = [...SECTORS].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  for (const namesOf of [codeOf, labelsOf, synonymsOf]) {
    for (const { code } of general) {
      for (const key of namesOf(code).map(foldName)) if (!names.has(key)) names.set(key, code);
    }
  }
  return names;
}

const codeOf = (code: SectorCode): string[] => [code];
const labelsOf = (code: SectorCode): string[] => LOCALES.map((locale) => LOCALE_STRINGS[locale].sectors[code]);
const synonymsOf = (code: SectorCode): string[] => LOCALES.flatMap((locale) => LOCALE_STRINGS[locale].synonyms[code]);

/** The taxonomy code that a text names exactly, by code, label or synonym in any of the nine languages. */
export const findSector = (name: string): SectorCode | undefined => sectorNames().get(foldName(name));
