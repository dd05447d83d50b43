/**
 * Makes `weights/` from the model as it was trained. The same input gives the same bytes.
 *
 *     node convert/convert.ts MODEL_FOLDER
 *
 * MODEL_FOLDER holds model.safetensors (float16), tokenizer.json and config.json. Needs Node 24 or newer.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, MODEL } from '../src/model.ts';
import { packLayers, SHAPE } from './layers.ts';
import { packEmbeddings } from './quantise.ts';
import { readSafetensors } from './safetensors.ts';
import { packTokenizer, type TokenizerSpec } from './trie.ts';

/** Cloudflare serves no asset larger than this. */
const FILE_LIMIT = 25 * 1024 * 1024;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: convert.ts MODEL_FOLDER');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const config = readJson('config.json') as Record<string, unknown>;
for (const [key, expected] of [
  ['num_hidden_layers', SHAPE.layers],
  ['hidden_size', SHAPE.hidden],
  ['num_attention_heads', SHAPE.hidden / SHAPE.head],
  ['intermediate_size', SHAPE.feedforward],
  ['max_tokens', SHAPE.tokens],
  ['vocab_size', SHAPE.vocabulary],
  ['hidden_act', 'gelu'],
  ['layer_norm_eps', 1e-12],
] as const) {
  if (config[key] !== expected) throw new Error(`config.json: ${key} is ${config[key]}, the kernel has ${expected}`);
}

const tensors = readSafetensors(new Uint8Array(readFileSync(join(folder, 'model.safetensors'))).buffer);
const files = {
  'embeddings.bin': packEmbeddings(tensors('embeddings.word', SHAPE.vocabulary, SHAPE.hidden), SHAPE.hidden),
  'layers.bin': packLayers(tensors),
  'tokenizer.bin': packTokenizer(readJson('tokenizer.json') as TokenizerSpec),
};

const manifest: Manifest = {
  id: MODEL.id,
  format: MODEL.format,
  dimensions: MODEL.dimensions,
  maxTokens: MODEL.maxTokens,
  origin: 'multilingual-e5-small (intfloat), vocabulary cut to nine languages and fine-tuned; see MODEL_CARD.md',
  licence: 'MIT',
  files: Object.entries(files).map(([name, bytes]) => {
    if (bytes.byteLength > FILE_LIMIT) throw new Error(`${name} has ${bytes.byteLength} bytes, more than 25 MiB`);
    return { name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
  }),
};
for (const [name, bytes] of Object.entries({ ...files, 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n` })) {
  writeFileSync(new URL(`../weights/${name}`, import.meta.url), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
