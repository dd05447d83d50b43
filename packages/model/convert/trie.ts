import { concat } from './quantise.ts';

/** The parts of `tokenizer.json` that are read. */
export interface TokenizerSpec {
  readonly added_tokens: readonly { readonly content: string }[];
  readonly model: { readonly unk_id: number; readonly vocab: readonly (readonly [piece: string, score: number])[] };
}

interface Node {
  readonly children: Map<number, Node>;
  /** Piece that ends here, or −1. */
  id: number;
}

function grow(spec: TokenizerSpec): Node {
  const special = new Set(spec.added_tokens.map((token) => token.content));
  const root: Node = { children: new Map(), id: -1 };
  for (const [id, [piece]] of spec.model.vocab.entries()) {
    if (special.has(piece)) continue;
    let node = root;
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charCodeAt(i);
      const child = node.children.get(unit) ?? { children: new Map(), id: -1 };
      node.children.set(unit, child);
      node = child;
    }
    node.id = id;
  }
  return root;
}

/**
 * `tokenizer.bin`: the pieces as a trie over UTF-16 code units, ready for use in place. Nodes are numbered
 * level by level, so that the children of a node stand together, in order of their unit.
 *
 * uint32[4]: nodes N, pieces P, id of the unknown piece, 0 · uint32[N + 1]: first child of each node ·
 * int32[N]: id of the piece that ends at the node, or −1 · int32[P]: scores in millionths (exact: the source
 * has six decimals) · uint16[N]: unit on the way to the node
 */
export function packTokenizer(spec: TokenizerSpec): Uint8Array {
  const scores = Int32Array.from(spec.model.vocab, ([piece, score]) => {
    const millionths = Math.round(score * 1e6);
    if (millionths / 1e6 !== score) throw new Error(`the score of "${piece}" has more than six decimals: ${score}`);
    return millionths;
  });
  const nodes: Node[] = [grow(spec)];
  const units = [0];
  const first: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    first.push(nodes.length);
    for (const [unit, child] of [...nodes[i]!.children].sort(([a], [b]) => a - b)) {
      nodes.push(child);
      units.push(unit);
    }
  }
  first.push(nodes.length);
  const bytes = (array: Uint32Array | Int32Array | Uint16Array): Uint8Array => new Uint8Array(array.buffer);
  return concat([
    bytes(Uint32Array.of(nodes.length, scores.length, spec.model.unk_id, 0)),
    bytes(Uint32Array.from(first)),
    bytes(Int32Array.from(nodes, (node) => node.id)),
    bytes(scores),
    bytes(Uint16Array.from(units)),
  ]);
}
