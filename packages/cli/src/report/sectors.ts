import type { EmbeddedProfile } from '@kopru/sdk/engine';
import { parentOf, type SectorCode } from '@kopru/sdk/facets';
import type { MatchRun } from '../matching/run.ts';
import { barCell, type Hue } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** How many startups work in a field, and how many investors look for it. */
export interface FieldCount {
  readonly field: SectorCode;
  readonly startups: number;
  readonly investors: number;
}

/** The fields that any profile is in, the one with the most startups first. */
export function fieldCounts({ startups, investors }: MatchRun): FieldCount[] {
  const [supply, demand] = [countFields(startups), countFields(investors)];
  return [...new Set([...supply.keys(), ...demand.keys()])]
    .map((field) => ({ field, startups: supply.get(field) ?? 0, investors: demand.get(field) ?? 0 }))
    .sort((a, b) => b.startups - a.startups || b.investors - a.investors || (a.field < b.field ? -1 : 1));
}

function countFields(profiles: readonly EmbeddedProfile[]): Map<SectorCode, number> {
  const counts = new Map<SectorCode, number>();
  for (const profile of profiles) {
    for (const field of fieldsOf(profile)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return counts;
}

/** The fields of a profile: of the sectors that it states, else of those that are read from its text. */
const fieldsOf = ({ profile }: EmbeddedProfile): SectorCode[] => {
  const { sectors, inferredSectors } = profile.facets;
  return [...new Set((sectors ?? inferredSectors?.sectors ?? []).map((code) => parentOf(code) ?? code))];
};

export function sectorSection(run: MatchRun, words: Words): Html | undefined {
  const counts = fieldCounts(run);
  if (counts.length === 0) return undefined;
  const { sectors } = words;
  const [startups, investors] = [run.startups, run.investors].map((side) => side.length) as [number, number];
  // Of unequal sides: as shares, so that a bar compares with the one below it.
  const most = Math.max(...counts.flatMap((n) => [n.startups / startups, n.investors / investors]));
  const cell = (count: number, of: number, hue: Hue) =>
    barCell({ number: words.number(count), share: words.share(count, of) }, count / of, most, hue);
  const none = (side: readonly EmbeddedProfile[]) => side.filter((profile) => fieldsOf(profile).length === 0).length;
  const row = (name: string, a: number, b: number) =>
    html`<tr><th scope="row">${name}</th>${cell(a, startups, 'startup')}${cell(b, investors, 'investor')}</tr>`;
  const unread = [none(run.startups), none(run.investors)] as const;
  return html`<section><h2 id="sectors">${sectors.title}</h2>
<table class="bars two"><caption>${sectors.lead}</caption>
<thead><tr><th scope="col">${sectors.field}</th><th scope="col">${words.manyOf.startup}</th><th scope="col">${words.manyOf.investor}</th></tr></thead>
<tbody>${counts.map((n) => row(words.sector(n.field), n.startups, n.investors))}${
    unread[0] + unread[1] > 0 && row(sectors.none, ...unread)
  }</tbody></table></section>`;
}
