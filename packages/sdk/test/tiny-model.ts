import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import onnxProto from 'onnx-proto';

const { onnx } = onnxProto;
const DIMENSIONS = 16;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzçğıöşüəäňýžабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі0123456789';

/**
 * Writes a working model of a few kilobytes in the layout that transformers.js reads: a BERT
 * tokenizer over single letters, and a network that looks each token's vector up. It knows
 * nothing; it shows that the adapter speaks to the library as the library is.
 */
export async function writeTinyModel(folder: string): Promise<void> {
  const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...LETTERS, ...Array.from(LETTERS, (letter) => `##${letter}`)];
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));
  await json('config.json', { model_type: 'bert', vocab_size: pieces.length, hidden_size: DIMENSIONS });
  await json('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', model_max_length: 64 });
  await json('tokenizer.json', tokenizer(pieces));
  await writeFile(join(folder, 'onnx', 'model.onnx'), network(pieces.length));
}

function tokenizer(pieces: readonly string[]): object {
  const special = (content: string, id: number) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  });
  return {
    version: '1.0',
    added_tokens: pieces.slice(0, 4).map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: false,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
    },
  };
}

/** `last_hidden_state = Gather(table, input_ids)`, with the inputs that a BERT has. */
function network(vocabulary: number): Uint8Array {
  const table = Float32Array.from({ length: vocabulary * DIMENSIONS }, (_, i) => Math.sin(1 + i * 12.9898) * 0.5);
  const tensor = (name: string, elemType: number, dims: readonly string[]) => ({
    name,
    type: { tensorType: { elemType, shape: { dim: dims.map((dimParam) => ({ dimParam })) } } },
  });
  const { FLOAT, INT64 } = onnx.TensorProto.DataType;
  const model = onnx.ModelProto.create({
    irVersion: 8,
    opsetImport: [{ domain: '', version: 13 }],
    graph: {
      name: 'tiny',
      node: [{ opType: 'Gather', input: ['table', 'input_ids'], output: ['last_hidden_state'] }],
      initializer: [
        { name: 'table', dataType: FLOAT, dims: [vocabulary, DIMENSIONS], rawData: new Uint8Array(table.buffer) },
      ],
      input: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => tensor(name, INT64, ['batch', 'length'])),
      output: [tensor('last_hidden_state', FLOAT, ['batch', 'length', 'hidden'])],
    },
  });
  return onnx.ModelProto.encode(model).finish();
}
