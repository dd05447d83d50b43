import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createEmbedder } from '../../packages/model/src/from-files.ts';
import { createThreadedEmbedder } from '../../packages/model/src/threads.ts';
import { createTokeniser } from '../../packages/model/src/tokenise.ts';
import { flat } from '../embed/measure.ts';
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
  const [web, native] = [resolve('onnxruntime-web'), resolve('onnxruntime-node')];
  web.env.wasm.numThreads = 1;
  web.env.wasm.wasmPaths = `${join(dirname(resolve.resolve('onnxruntime-web')), '/')}`;
  const inWeb = await web.InferenceSession.create(new Uint8Array(readFileSync(model)), {
    executionProviders: ['wasm'],
  });
  const inNative = await native.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const tokenizer = readFileSync(new URL('../../packages/model/weights/tokenizer.bin', import.meta.url));
  const tokenise = createTokeniser(new Uint8Array(tokenizer).buffer);
  const onnx =
    (ort: typeof web, session: typeof inWeb): Embed =>
    async (texts) => {
      for (const ids of ofOneLength(texts.map(tokenise)))
        await session.run({ ids: new ort.Tensor('int64', flat(ids), [ids.length, ids[0]?.length ?? 0]) });
    };
  return {
    single: {
      embed_alone: (texts) => own.embed(texts),
      onnxruntime_web: onnx(web, inWeb),
      onnxruntime_node: onnx(native, inNative),
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
