import { FEWEST_FOR_THREADS } from '@kopru/model/threads';
import { embedProfiles } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { describe, expect, test } from 'vitest';
import { profileFile } from '../../test/match-run.ts';
import { testIo } from '../../test/test-io.ts';
import { embedWatched } from './embed-watched.ts';
import { makeReady } from './make-ready.ts';

/** Profiles of which each has a sentence of its own and one that all share. */
const profiles = (count: number) =>
  makeReady(
    profileFile(
      'startup',
      Array.from({ length: count }, (_, i) => ({
        id: `s${i}`,
        pitch: `Tarla ${i} için sensör. Sulama suyunu ölçeriz.`,
      })),
    ),
  ).profiles;

describe('embedding many profiles', () => {
  test('gives what embedding them at once gives, reads each text once, and counts them', async () => {
    const many = profiles(100);
    const read: string[] = [];
    const batches: number[] = [];
    const embedder = {
      ...hashEmbedder(),
      embed: (texts: readonly string[]) => {
        read.push(...texts);
        batches.push(texts.length);
        return hashEmbedder().embed(texts);
      },
    };
    const { io, err } = testIo();
    const { entries, texts } = await embedWatched(many, { embedder }, io);
    expect(entries).toEqual(await embedProfiles(many, hashEmbedder()));
    expect(read).toHaveLength(new Set(read).size);
    expect(read).toHaveLength(texts);
    expect(err()).toContain(`${texts}/${texts}`);
    // Smaller ones would leave all but one core idle.
    for (const size of batches.slice(0, -1)) expect(size).toBeGreaterThanOrEqual(FEWEST_FOR_THREADS);
  });

  test('ends with the reason when it is stopped, and asks no more', async () => {
    const stop = new AbortController();
    let asked = 0;
    const embedder = {
      ...hashEmbedder(),
      embed: (texts: readonly string[]) => {
        asked++;
        stop.abort(new Error('stopped'));
        return hashEmbedder().embed(texts);
      },
    };
    const { io } = testIo({ signal: stop.signal });
    await expect(embedWatched(profiles(500), { embedder }, io)).rejects.toThrow('stopped');
    expect(asked).toBeLessThanOrEqual(2);
  });
});
