import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RATES } from '../facets/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { embedProfiles, evidenceSentences, packWindows, splitSentences, toInt8 } from './embed.ts';
import type { SectorMapper } from './map-sectors.ts';
import { normaliseProfile } from './normalise.ts';
import { nearest } from './vector-index.ts';
import { MOST_SENTENCES } from './weights.ts';

const profile = (pitch: string) =>
  normaliseProfile('startup', 'a', { name: 'A', pitch, status: 'active' } as never, DEFAULT_RATES);

describe('sentences and windows', () => {
  test('splits where sentences end, in both scripts, and drops what holds no word', () => {
    expect(splitSentences('Топырақты өлшейміз. Картаны береміз! … 🚜')).toEqual([
      'Топырақты өлшейміз.',
      'Картаны береміз!',
    ]);
    expect(splitSentences('Suv kam. Biz o‘lchaymiz.')).toEqual(['Suv kam.', 'Biz o‘lchaymiz.']);
  });

  test('no window is longer than 300 characters, and no word is lost', () => {
    const text = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (words) => {
        const letters = (s: string) => s.replace(/[^\p{L}\p{N}]/gu, '');
        const sentences = splitSentences(words.join(' '));
        const windows = packWindows(sentences);
        for (const window of windows) expect(window.length).toBeLessThanOrEqual(300);
        expect(letters(windows.join(''))).toBe(letters(sentences.join('')));
      }),
    );
  });

  test('cuts one endless word without breaking a surrogate pair', () => {
    const windows = packWindows([`${'a'.repeat(299)}${'𐐷'.repeat(400)}`]);
    expect(windows.length).toBeGreaterThan(1);
    expect(windows.every((window) => window.isWellFormed())).toBe(true);
  });
});

describe('the sentences for evidence', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, i) => `N ${i}.`);

  test('are all of them, or so many of a longer text, in its order and from all of its parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2500 }), (count) => {
        const all = numbered(count);
        const kept = evidenceSentences(all);
        expect(kept).toHaveLength(Math.min(count, MOST_SENTENCES));
        const places = kept.map((sentence) => all.indexOf(sentence));
        const steps = places.map((place, i) => place - (places[i - 1] ?? -1));
        expect(Math.min(...steps)).toBeGreaterThan(0);
        expect(Math.max(...steps, count - (places.at(-1) ?? 0))).toBeLessThanOrEqual(Math.ceil(count / kept.length));
      }),
    );
  });

  test('are the only ones that are embedded by themselves; the windows hold every word', async () => {
    const all = numbered(2000);
    let asked = 0;
    const embedder = hashEmbedder();
    const counting = {
      ...embedder,
      embed: (texts: readonly string[]) => {
        asked += texts.length;
        return embedder.embed(texts);
      },
    };
    const [entry] = await embedProfiles([profile(all.join(' '))], counting);
    expect(entry!.sentences.map(({ text }) => text)).toEqual(evidenceSentences(all));
    expect(entry!.windows).toHaveLength(packWindows(all).length);
    expect(asked).toBe(MOST_SENTENCES + entry!.windows.length);
  });
});

describe('embedding profiles', () => {
  test('gives a vector for the whole and one for each sentence, and embeds each text once', async () => {
    const embedder = hashEmbedder();
    const asked: string[] = [];
    const counting = {
      ...embedder,
      embed: (texts: readonly string[]) => {
        asked.push(...texts);
        return embedder.embed(texts);
      },
    };
    const [a, b] = await embedProfiles([profile('One. Two.'), profile('One.')], counting);
    expect(a?.sentences.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(b?.model).toBe(embedder.id);
    expect(asked.toSorted()).toEqual(['One.', 'One. Two.', 'Two.']);
  });

  test('takes the language of the text out of its vectors, and leaves names of sectors as they are', async () => {
    const plain = hashEmbedder();
    const turned = { ...plain, centre: (v: Float32Array, lang?: string) => (lang === 'az' ? v.map((x) => -x) : v) };
    const value = { name: 'A', pitch: 'One.', lang: 'az', sectors: ['Two 2'] };
    const normal = normaliseProfile('startup', 'a', value as never, DEFAULT_RATES);
    const [a] = await embedProfiles([normal], plain);
    const [b] = await embedProfiles([normal], turned);
    expect(b!.windows[0]).toEqual(a!.windows[0]!.map((x) => -x));
    expect(b!.sentences[0]!.vector).toEqual(a!.sentences[0]!.vector.map((x) => -x));
    expect(b!.names).toEqual(a!.names);
  });

  test('a long text has a vector for each window, and is near whatever one of them says', async () => {
    const irrigation = 'Duzlu torpağı yuyuruq və suyu qənaətlə paylayırıq. '.repeat(5);
    const games = 'Mobil oyunlar üçün studiyalara sərmayə qoyuruq. '.repeat(5);
    const [both] = await embedProfiles([profile(irrigation + games)], hashEmbedder());
    expect(both!.windows.length).toBeGreaterThan(1);
    for (const part of [irrigation, games]) {
      const [one] = await embedProfiles([profile(part)], hashEmbedder());
      expect(nearest(both!.windows, one!.windows)).toBeGreaterThan(0.95);
    }
  });

  test('refuses a text of nothing but mark-up, and names its position', async () => {
    await expect(embedProfiles([profile('One'), profile('<script></script>')], hashEmbedder())).rejects.toMatchObject({
      code: 'text_empty',
      index: 1,
    });
  });

  test('refuses an embedder whose vectors are not what it announced', async () => {
    const short = {
      ...hashEmbedder(),
      embed: async (texts: readonly string[]) => texts.map(() => new Float32Array(3)),
    };
    await expect(embedProfiles([profile('One')], short)).rejects.toMatchObject({ code: 'vectors_invalid' });
  });

  test('int8 keeps the direction', () => {
    const unit = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(unit, (values) => {
        const vector = Float32Array.from(values);
        fc.pre(Math.hypot(...vector) > 1e-3);
        const kept = toInt8(vector);
        const dot = vector.reduce((sum, x, d) => sum + x * kept[d]!, 0) / (Math.hypot(...vector) * Math.hypot(...kept));
        expect(dot).toBeGreaterThan(0.999);
      }),
    );
  });
});

describe('sectors that are stated in no code', () => {
  const mapper: SectorMapper = {
    model: hashEmbedder().id,
    map: () => ({ sectors: [], fields: [] }),
    infer: (parts) => ({ sectors: ['mining'], possible: parts.length > 1 ? ['mining', 'oil_gas'] : ['mining'] }),
  };
  const inferred = async (kind: 'startup' | 'investor', fields: object) => {
    const text = { [kind === 'startup' ? 'pitch' : 'thesis']: 'One. Two.' };
    const normal = normaliseProfile(kind, 'a', { name: 'A', ...text, ...fields } as never, DEFAULT_RATES);
    const [entry] = await embedProfiles([normal], hashEmbedder(), mapper);
    return entry!.profile.facets;
  };

  test('are read from the text when none is stated', async () => {
    expect((await inferred('startup', {})).inferredSectors).toEqual({ sectors: ['mining'], possible: ['mining'] });
  });

  test('are read from each window with its words, and from each name with its own', async () => {
    const seen: string[][] = [];
    const spy: SectorMapper = {
      ...mapper,
      infer: (parts) => {
        seen.push(parts.map(({ text }) => text));
        return mapper.infer(parts);
      },
    };
    const long = 'A word. '.repeat(50);
    const fields = { name: 'A', pitch: `${long}\nLast.`, excludedSectors: [] };
    const normal = normaliseProfile('startup', 'a', fields as never, DEFAULT_RATES);
    const [entry] = await embedProfiles([normal], hashEmbedder(), spy);
    expect(seen[0]).toHaveLength(entry!.windows.length);
    expect(seen[0]?.join(' ')).toBe(splitSentences(normal.text).join(' '));
    await embedProfiles(
      [normaliseProfile('startup', 'a', { name: 'A', pitch: 'One.', sectors: ['qazma 9'] } as never, DEFAULT_RATES)],
      hashEmbedder(),
      spy,
    );
    expect(seen[1]).toEqual(['qazma 9']);
  });

  test('are not read from the text when a code is stated', async () => {
    expect(await inferred('startup', { sectors: ['gaming'] })).not.toHaveProperty('inferredSectors');
  });

  test('are read from free text, beside the stated ones', async () => {
    const { sectors, inferredSectors } = await inferred('startup', { sectors: ['gaming', 'ağ qurğu 7', 'qazma 9'] });
    expect(sectors).toEqual(['gaming']);
    expect(inferredSectors).toEqual({ sectors: ['gaming', 'mining'], possible: ['gaming', 'mining', 'oil_gas'] });
  });

  test('are read from free text among the exclusions, and those of the text are none of them', async () => {
    expect((await inferred('investor', { excludedSectors: ['qazma 9'] })).inferredExclusions).toEqual({
      sectors: ['mining'],
      possible: ['mining'],
    });
    expect(await inferred('investor', {})).not.toHaveProperty('inferredExclusions');
  });

  test('stay unknown when a name holds no word, or there is no mapper', async () => {
    expect(await inferred('investor', { excludedSectors: ['qazma 9', '!!!'] })).not.toHaveProperty(
      'inferredExclusions',
    );
    const [entry] = await embedProfiles([profile('One')], hashEmbedder());
    expect(entry?.profile.facets).toEqual({});
  });

  test('are not read by the examples of another model', async () => {
    const other = { ...mapper, model: 'other@1' };
    await expect(embedProfiles([profile('One')], hashEmbedder(), other)).rejects.toThrow(RangeError);
  });
});
