import { sectors } from '@kopru/model/workerd';
import { type EmbeddedProfile, namesToEmbed, normaliseProfile, withSectors } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { expect, test } from 'vitest';
import { lazySectors } from './stored-entry.ts';

const vector = Int8Array.from({ length: 384 }, (_, i) => ((i * 37) % 50) - 25);

function entry(stated: { sectors?: string[]; excludedSectors?: string[] }): EmbeddedProfile {
  const profile = { name: 'A', thesis: 'We back founders of the steppe.', ...stated };
  const normal = normaliseProfile('investor', 'a', profile as never, DEFAULT_RATES);
  const names = namesToEmbed(normal).map((text) => ({ text, vector }));
  return { profile: normal, model: sectors().model, windows: [vector], sentences: [], names };
}

test.each([
  {},
  { sectors: ['mining'] },
  { excludedSectors: ['mining'] },
  { sectors: ['mining'], excludedSectors: ['köçərilər'] },
  { sectors: ['mining', 'köçərilər'] },
])('the sectors of %j are those that are read at once', (stated) => {
  const [lazy, now] = [lazySectors(entry(stated)), withSectors(entry(stated), sectors())];
  expect(lazy.profile.facets.inferredSectors).toEqual(now.profile.facets.inferredSectors);
  expect(lazy.profile.facets.inferredExclusions).toEqual(now.profile.facets.inferredExclusions);
});

test('an entry that states codes alone stays as it is, with facets that are quick to read', () => {
  const known = entry({ sectors: ['mining'], excludedSectors: ['gaming'] });
  expect(lazySectors(known)).toBe(known);
});
