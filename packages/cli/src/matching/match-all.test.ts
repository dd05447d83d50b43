import { describe, expect, test } from 'vitest';
import { matchRunOf, profileFile } from '../../test/match-run.ts';
import { matchAll } from './match-all.ts';
import { commonestGate } from './refusals.ts';
import { bestPairs } from './run.ts';

const startups = profileFile('startup', [
  { id: 'water', pitch: 'Sulama suyunu ölçen sensörler', stage: 'seed', country: 'TR' },
  { id: 'games', pitch: 'Mobil oyun stüdyosu', stage: 'idea', country: 'AZ' },
]);
const investors = profileFile('investor', [
  { id: 'soil', thesis: 'Sulama suyunu ölçen sensörler arıyoruz', stages: ['seed'], country: 'AZ' },
  { id: 'any', thesis: 'Her alana yatırım yaparız', country: 'TR' },
  { id: 'private', thesis: 'Mobil oyun', stages: ['seed'], private: ['stages', 'thesis'] },
]);

describe('the lists of all', () => {
  test('follow the score alone, best first, and hold nobody whom a gate refuses', async () => {
    const { lists } = await matchRunOf(startups, investors);
    expect(lists.get('water')?.map(({ id }) => id)[0]).toBe('soil');
    expect(lists.get('games')?.map(({ id }) => id)).toEqual(['any']);
    for (const list of lists.values()) {
      const scores = list.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test('tell the hub what a profile keeps private from the other side', async () => {
    const { lists } = await matchRunOf(startups, investors);
    const match = lists.get('water')?.find(({ id }) => id === 'private');
    expect(match?.reasons).toContainEqual({ key: 'stage.wanted', evidence: { stage: 'seed' } });
  });

  test('are as long as was asked, and hold no lower score than was asked', async () => {
    const run = await matchRunOf(startups, investors);
    expect(matchAll(run.startups, run.investors, { limit: 1, minScore: 0 }).get('water')).toHaveLength(1);
    const [best] = run.lists.get('water') ?? [];
    const above = matchAll(run.startups, run.investors, { limit: 10, minScore: (best?.score ?? 0) - 0.05 });
    expect(above.get('water')?.map(({ id }) => id)).toEqual(['soil']);
  });

  test('are empty where there is nobody on the other side', async () => {
    const { startups: some } = await matchRunOf(startups, investors);
    expect([...matchAll(some, [], { limit: 10, minScore: 0 }).values()]).toEqual([[], []]);
  });
});

describe('the gates over all pairs', () => {
  test('count who may meet and who refuses', async () => {
    const { refusals } = await matchRunOf(startups, investors);
    expect(refusals.map(({ eligible }) => eligible)).toEqual([3, 1]);
    expect([...(refusals[1]?.byGate ?? [])]).toEqual([['stage', 2]]);
    expect(commonestGate(refusals)).toBe('stage');
    expect(commonestGate([])).toBeUndefined();
  });

  test('the best of each startup is the first of its list', async () => {
    const run = await matchRunOf(startups, investors);
    expect(bestPairs(run).map(({ startup, investor }) => `${startup.profile.id}-${investor.profile.id}`)).toEqual([
      'water-soil',
      'games-any',
    ]);
  });
});
