import { EmbedderError } from '@kopru/sdk/engine/embedder';
import { describe, expect, it } from 'vitest';
import { embedOnce } from './embed.ts';
import { createTestEmbedder } from './test-embedder.ts';

const texts = Array.from({ length: 70 }, (_, i) => `text ${i % 40}`);

describe('embedding the texts of an evaluation', () => {
  it('gives a vector for each text, in order, and takes each different one once, 32 at a time', async () => {
    const embedder = createTestEmbedder();
    const embed = embedOnce(embedder, () => {});
    const vectors = await embed(texts);
    await embed(['text 3', 'new']);
    expect(embedder.batches.map((b) => b.length)).toEqual([32, 8, 1]);
    expect(vectors).toEqual(await createTestEmbedder().embed(texts));
  });

  it('says how far it is', async () => {
    const lines: string[] = [];
    await embedOnce(createTestEmbedder(), (line) => lines.push(line))(texts);
    expect(lines.at(-1)).toMatch(/^embedded 40\/40 texts, [\d.]+ a second$/);
  });

  it('names the position of a text that cannot be embedded', async () => {
    const bad = [...texts, '\u200b'];
    const error = await embedOnce(createTestEmbedder(), () => {})(bad).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EmbedderError);
    expect(error).toMatchObject({ code: 'text_empty', index: 70 });
  });
});
