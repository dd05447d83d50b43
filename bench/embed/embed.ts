import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createKernel, WEIGHT_FILES } from '../../packages/model/src/kernel.ts';
import { openOnnx } from '../peers/onnx.ts';
import { exportOnnx, installPeers } from '../peers/peers.ts';
import { inBrowser } from './browser.ts';
import { CASES, type Times, timesOf } from './measure.ts';
import { textsOf } from './texts.ts';

/** Multiplications of a weight for each token (MODEL_CARD.md): 12 layers of 12 × 384². */
const MACS_OF_TOKEN = 12 * 12 * 384 * 384;

const weights = (name: string): ArrayBuffer =>
  new Uint8Array(readFileSync(new URL(`../../packages/model/weights/${name}`, import.meta.url))).buffer;

/** Embedding by ours and by onnxruntime, on one thread, in Node and in Chromium. */
export async function embed(progress: (line: string) => void): Promise<object> {
  const resolve = installPeers(progress);
  const model = exportOnnx(progress);
  const texts = textsOf([...new Set(CASES.map(({ tokens }) => tokens))]);
  const node = await inNode(resolve, model, texts, progress);
  const chromium = await inBrowser(dirname(resolve.resolve('onnxruntime-web')), model, texts, progress);
  return report({ node, chromium });
}

type Texts = ReturnType<typeof textsOf>;

async function inNode(resolve: NodeJS.Require, model: string, texts: Texts, progress: (line: string) => void) {
  const kernel = await createKernel(await WebAssembly.compile(weights('kernel.wasm')));
  for (const name of WEIGHT_FILES) kernel.load(name, weights(name));
  const { web, native } = await openOnnx(resolve, model);
  const found: Times[] = [];
  for (const { tokens, batch, repeats } of CASES) {
    progress(`Node: ${batch} × ${tokens} tokens`);
    const encoders = {
      ours: (ids: readonly (readonly number[])[]) => kernel.encode(ids),
      onnxruntime_web: web,
      onnxruntime_node: native,
    };
    found.push(await timesOf(encoders, texts[tokens]?.slice(0, batch) ?? [], repeats));
  }
  return found;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Milliseconds a text, and how many times longer each peer takes than ours. */
function report(places: Readonly<Record<string, readonly Times[]>>): object {
  const ms: Record<string, Record<string, number>> = {};
  const ratios: Record<string, number> = {};
  const gmacPerSecond: Record<string, number> = {};
  for (const [place, times] of Object.entries(places)) {
    CASES.forEach(({ tokens, batch }, i) => {
      const found = times[i] ?? {};
      const ours = found.ours ?? Number.NaN;
      const name = `${place === 'node' ? '' : `${place}.`}${tokens}${batch === 1 ? '' : `.batch${batch}`}`;
      ms[`embed.${name}`] = Object.fromEntries(Object.entries(found).map(([who, time]) => [who, round(time / batch)]));
      gmacPerSecond[`embed.${name}`] = round((tokens * batch * MACS_OF_TOKEN) / ours / 1e6);
      for (const [peer, time] of Object.entries(found))
        if (peer !== 'ours') ratios[`embed.${name}.vs_${peer}`] = round(time / ours);
    });
  }
  return { ratios, ms, gmacPerSecond, kernel: 'WebAssembly SIMD, 128 bits', cpu: cpu() };
}

/** Whether this processor multiplies 8-bit numbers in one step, where it says so. */
function cpu(): object {
  try {
    const text = readFileSync('/proc/cpuinfo', 'utf8');
    const flags = /^flags\s*:\s*(.*)$/m.exec(text)?.[1]?.split(' ') ?? [];
    return {
      model: /^model name\s*:\s*(.*)$/m.exec(text)?.[1],
      avxVnni: flags.includes('avx_vnni'),
      avx512Vnni: flags.includes('avx512_vnni'),
    };
  } catch {
    return { platform: `${process.platform} ${process.arch}` };
  }
}
