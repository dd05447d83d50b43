import type { Embedder } from '@kopru/sdk/engine/embedder';
import { type EmbedTexts, embedOnce } from './embed.ts';
import type { EvaluationContext } from './evaluation.ts';
import type { LabelledText } from './texts.ts';

/** Vectors of labelled texts, in order. */
export type TextVectors = (texts: readonly Pick<LabelledText, 'text' | 'lang'>[]) => Promise<Float32Array[]>;

/**
 * Embeds a text once, whoever asks: `plain` as the model gives it, `centred` less what it says of its
 * language, as the engine has it.
 */
export function vectorsOf(
  embedder: Embedder,
  progress: EvaluationContext['progress'],
): { embed: EmbedTexts; plain: TextVectors; centred: TextVectors } {
  const embed = embedOnce(embedder, progress);
  const plain: TextVectors = (texts) => embed(texts.map(({ text }) => text));
  const centred: TextVectors = async (texts) => {
    const vectors = await plain(texts);
    return vectors.map((vector, i) => embedder.centre?.(vector, texts[i]?.lang) ?? vector);
  };
  return { embed, plain, centred };
}
