import type { Locale } from '@kopru/sdk/facets';
import { countryName, LOCALE_STRINGS, type LocaleStrings, stageLabel } from '@kopru/sdk/strings';
import type { Card, Profile } from './api.ts';

/** Letter case and the two i of Turkish keyboards do not tell words apart. */
const fold = (text: string): string => text.normalize('NFC').replace(/[İIı]/g, 'i').toLowerCase();

/** The short line under a name: country, stage, sectors, as far as they are stated. */
export function summary(card: Card, locale: Locale): string {
  const strings = LOCALE_STRINGS[locale];
  const country = card.country && countryName(card.country, locale);
  const stage = 'stage' in card && card.stage && stageLabel(card.stage, locale);
  const sectors = (card.sectors ?? []).map((sector) => sectorName(sector, strings)).join(', ');
  return [country, stage, sectors].filter(Boolean).join(' · ');
}

function sectorName(sector: string, { sectors }: LocaleStrings): string {
  return Object.hasOwn(sectors, sector) ? sectors[sector as keyof typeof sectors] : sector;
}

/** The profiles in which every typed word occurs: in the name, the text, or the line under the name. */
export function searchProfiles(profiles: readonly Profile[], typed: string, locale: Locale): Profile[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...profiles];
  return profiles.filter(({ card, text: own }) => {
    const text = fold(`${card.name} ${summary(card, locale)} ${own}`);
    return words.every((word) => text.includes(word));
  });
}
