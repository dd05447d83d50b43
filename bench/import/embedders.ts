import { readFileSync } from 'node:fs';
import { createEmbedder } from '../../packages/model/src/from-files.ts';
import { createThreadedEmbedder } from '../../packages/model/src/threads.ts';
import { createTokeniser } from '../../packages/model/src/tokenise.ts';
import { openOnnx, type Run } from '../peers/onnx.ts';
import { exportOnnx, installPeers } from '../peers/peers.ts';

/** What does nothing but embed, in Node. */
export interface Embedders {
  /** Each on one thread. */
  readonly single: Readonly<Record<string, Embed>>;
  /** Ours on all cores. */
  readonly threads: Embed;
  close(): Promise<void>;
}

type Embed = (texts: readonly string[]) => Promise<unknown>;

/** Most texts that onnxruntime is given at once. */
const AT_ONCE = 32;

type Ids = readonly number[];

/** Ours, and onnxruntime with the same weights, quantised dynamically. */
export async function createEmbedders(progress: (line: string) => void): Promise<Embedders> {
  const resolve = installPeers(progress);
  const model = exportOnnx(progress);
  const [own, threads] = [await createEmbedder(), createThreadedEmbedder()];
  const { web, native } = await openOnnx(resolve, model);
  const tokenizer = readFileSync(new URL('../../packages/model/weights/tokenizer.bin', import.meta.url));
  const tokenise = createTokeniser(new Uint8Array(tokenizer).buffer);
  const onnx =
    (run: Run): Embed =>
    async (texts) => {
      for (const ids of ofOneLength(texts.map(tokenise))) await run(ids);
    };
  return {
    single: {
      embed_alone: (texts) => own.embed(texts),
      onnxruntime_web: onnx(web),
      onnxruntime_node: onnx(native),
    },
    threads: (texts) => threads.embed(texts),
    close: () => threads.close(),
  };
}

/** The graph takes texts of one length together: as many as there are, so that it reads its weights seldom. */
function ofOneLength(texts: readonly Ids[]): Ids[][] {
  const groups = new Map<number, Ids[][]>();
  for (const ids of texts) {
    const group = groups.get(ids.length) ?? [[]];
    const last = group.at(-1) as Ids[];
    if (last.length < AT_ONCE) last.push(ids);
    else group.push([ids]);
    groups.set(ids.length, group);
  }
  return [...groups.values()].flat();
}
