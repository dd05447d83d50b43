import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flat } from '../embed/measure.ts';

/** Runs texts of one length, as the ids of their tokens. */
export type Run = (ids: readonly (readonly number[])[]) => Promise<unknown>;

/** onnxruntime in Node, in WebAssembly and native, each on one thread. @param model path of the graph. */
export async function openOnnx(resolve: NodeJS.Require, model: string): Promise<{ web: Run; native: Run }> {
  const [web, native] = [resolve('onnxruntime-web'), resolve('onnxruntime-node')];
  web.env.wasm.numThreads = 1;
  web.env.wasm.wasmPaths = `${join(dirname(resolve.resolve('onnxruntime-web')), '/')}`;
  const inWeb = await web.InferenceSession.create(new Uint8Array(readFileSync(model)), {
    executionProviders: ['wasm'],
  });
  const inNative = await native.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const run =
    (ort: typeof web, session: typeof inWeb): Run =>
    (ids) =>
      session.run({ ids: new ort.Tensor('int64', flat(ids), [ids.length, ids[0]?.length ?? 0]) });
  return { web: run(web, inWeb), native: run(native, inNative) };
}
