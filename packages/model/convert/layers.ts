import { concat, packLinear } from './quantise.ts';

/** The numbers of `config.json` that the kernel has built in. */
export const SHAPE = { layers: 12, hidden: 384, head: 32, feedforward: 1536, tokens: 128, vocabulary: 70095 } as const;

type Tensors = (name: string, ...shape: number[]) => Float32Array;

const { hidden, feedforward } = SHAPE;

function linear(get: Tensors, name: string, rows: number, columns: number): [Float32Array, Float32Array] {
  return [get(`${name}.weight`, rows, columns), get(`${name}.bias`, rows)];
}

function norm(get: Tensors, name: string): Uint8Array {
  return concat([get(`${name}.weight`, hidden), get(`${name}.bias`, hidden)]);
}

/** Query, key and value as one linear layer; the queries are divided by √32 here and not for each text. */
function queryKeyValue(get: Tensors, layer: string): Uint8Array {
  const parts = ['query', 'key', 'value'].map((name) => linear(get, `${layer}.attention.${name}`, hidden, hidden));
  const factor = 1 / Math.sqrt(SHAPE.head);
  for (const values of parts[0]!)
    values.forEach((v, i) => {
      values[i] = v * factor;
    });
  const [weight, bias] = [0, 1].map((i) => new Float32Array(concat(parts.map((part) => part[i]!)).buffer));
  return packLinear(weight!, bias!);
}

/** `layers.bin`: positions (float32), the norm of the embeddings, then the layers in order. */
export function packLayers(get: Tensors): Uint8Array {
  const parts = [get('embeddings.position', SHAPE.tokens + 2, hidden).subarray(0, SHAPE.tokens * hidden)];
  const packed: Uint8Array[] = [norm(get, 'embeddings.norm')];
  for (let l = 0; l < SHAPE.layers; l++) {
    const layer = `layers.${l}`;
    packed.push(
      queryKeyValue(get, layer),
      packLinear(...linear(get, `${layer}.attention.output`, hidden, hidden)),
      norm(get, `${layer}.attention.norm`),
      packLinear(...linear(get, `${layer}.feedforward.in`, feedforward, hidden)),
      packLinear(...linear(get, `${layer}.feedforward.out`, hidden, feedforward)),
      norm(get, `${layer}.feedforward.norm`),
    );
  }
  return concat([...parts, ...packed]);
}
