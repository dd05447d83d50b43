/**
 * What runs in the browser: ours and onnxruntime-web, in one page.
 *
 * @module
 */
import { createKernel, WEIGHT_FILES } from '../../packages/model/src/kernel.ts';
import { CASES, flat, type Times, timesOf } from './measure.ts';

const bytes = async (url: string): Promise<ArrayBuffer> => (await fetch(url)).arrayBuffer();

/** @param texts token ids of 32 texts for each number of tokens. */
async function measure(texts: Readonly<Record<number, number[][]>>): Promise<Times[]> {
  const kernel = await createKernel(await WebAssembly.compile(await bytes('/weights/kernel.wasm')));
  for (const name of WEIGHT_FILES) kernel.load(name, await bytes(`/weights/${name}`));
  // Named at run time, so that the bundler leaves it where it is.
  const ort = await import(/* @vite-ignore */ `${location.origin}/ort/ort.wasm.min.mjs`);
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = `${location.origin}/ort/`;
  const session = await ort.InferenceSession.create(new Uint8Array(await bytes('/model.onnx')), {
    executionProviders: ['wasm'],
  });
  const encoders = {
    ours: (ids: readonly (readonly number[])[]) => kernel.encode(ids),
    onnxruntime_web: (ids: readonly (readonly number[])[]) =>
      session.run({ ids: new ort.Tensor('int64', flat(ids), [ids.length, ids[0]?.length ?? 0]) }),
  };
  const found: Times[] = [];
  for (const { tokens, batch, repeats } of CASES)
    found.push(await timesOf(encoders, texts[tokens]?.slice(0, batch) ?? [], repeats));
  return found;
}

Object.assign(window, { measure });
