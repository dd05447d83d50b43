import { expect, test, vi } from 'vitest';
import { INVESTOR, STARTUP } from '../../test/profiles.ts';
import { hashEmbedder } from './conformance/index.ts';
import { createMatcher } from './matcher.ts';

const loaded = vi.hoisted(() => ({ highs: false }));
vi.mock('highs', async (original) => {
  loaded.highs = true;
  return original();
});

async function day() {
  const matcher = createMatcher({ embedder: hashEmbedder() });
  await matcher.add('startup', 'soil', STARTUP);
  await matcher.add('startup', 'games', { ...STARTUP, pitch: 'We build games for phones.', sectors: ['gaming'] });
  await matcher.add('investor', 'fund', INVESTOR);
  await matcher.add('investor', 'open', { ...INVESTOR, sectors: undefined, excludedSectors: undefined });
  await matcher.add('investor', 'absent', INVESTOR);
  return matcher;
}

const people = (...ids: string[]) => ids.map((id) => ({ id, capacity: 2 }));
const options = { startups: people('soil', 'games'), investors: people('fund', 'open'), slots: 2 };

test('plans the day of those who take part, with the scores of their lists, and loads HiGHS only then', async () => {
  const matcher = await day();
  const { matches } = await matcher.match({ kind: 'startup', id: 'soil' });
  expect(loaded.highs).toBe(false);
  const { meetings, gap } = await matcher.assign(options);
  expect(loaded.highs).toBe(true);
  expect(gap).toBe(0);
  // The fund excludes games.
  expect(meetings.map(({ startup, investor }) => `${startup} ${investor}`).sort()).toEqual([
    'games open',
    'soil fund',
    'soil open',
  ]);
  for (const { startup, investor, score } of meetings)
    if (startup === 'soil') expect(score).toBe(matches.find(({ id }) => id === investor)?.score);
});

test('leaves out pairs that are blocked or score too little', async () => {
  const matcher = await day();
  const blocked = [{ startup: 'soil', investor: 'fund' }];
  const { meetings } = await matcher.assign({ ...options, blocked });
  expect(meetings).toHaveLength(2);
  expect((await matcher.assign({ ...options, minScore: 100 })).meetings).toEqual([]);
});

test('refuses who was not added, and a day that breaks a rule', async () => {
  const matcher = await day();
  await expect(matcher.assign({ ...options, investors: people('nobody') })).rejects.toThrow(
    'no investor "nobody" among the investors that were added',
  );
  await expect(matcher.assign({ ...options, slots: 0 })).rejects.toMatchObject({ name: 'AssignError' });
});
