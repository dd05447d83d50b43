import type { Results } from '../../bench/results.ts';

/** One work that a peer does as well, with the ratios that were measured. */
export interface Compared {
  readonly work: string;
  readonly peers: readonly { readonly peer: string; readonly ratio: number }[];
}

/** How much of something else a work of ours costs. */
export interface Cost {
  readonly work: string;
  readonly beside: string;
  readonly ratio: number;
}

/** What a browser loads, in kilobytes. */
export interface Size {
  readonly what: string;
  readonly kilobytes: number;
}

/** A work, and its peers by the key of their ratio. */
type Work = readonly [work: string, peers: Readonly<Record<string, string>>];

const embed = (tokens: number, batch: '' | '.batch32'): Work => [
  batch ? `Embed 32 texts of ${tokens} tokens` : `Embed a text of ${tokens} tokens`,
  {
    [`embed.${tokens}${batch}.vs_onnxruntime_web`]: 'onnxruntime-web, Node',
    [`embed.chromium.${tokens}${batch}.vs_onnxruntime_web`]: 'onnxruntime-web, Chromium',
    [`embed.${tokens}${batch}.vs_onnxruntime_node`]: 'onnxruntime-node',
  },
];

const scan = (passing: string, gate: string): Work => [
  `Search 100,000 profiles${passing}`,
  {
    [`scan.100k${gate}.vs_plain_javascript`]: 'plain JavaScript',
    [`scan.100k${gate}.vs_orama`]: 'Orama',
    [`scan.100k${gate}.vs_usearch`]: 'usearch',
    [`scan.100k${gate}.vs_hnswlib_node`]: 'hnswlib-node',
  },
];

/** Ratios say how many times as long the peer takes. */
const WORKS: readonly Work[] = [
  embed(16, ''),
  embed(40, ''),
  embed(128, ''),
  embed(40, '.batch32'),
  scan('', ''),
  scan(', 10 % pass', '.pass10'),
  scan(', 1 % pass', '.pass1'),
  ['First match list of a process, hub of 10,000', { 'cold.10k.vs_rows': 'without a snapshot' }],
  [
    'Import profiles until all are found; the peers only embed',
    {
      'import.vs_onnxruntime_web': 'onnxruntime-web, Node',
      'import.vs_onnxruntime_node': 'onnxruntime-node',
    },
  ],
];

/** Ratios say how many times as long ours takes. */
const COSTS: readonly (readonly [key: string, work: string, beside: string])[] = [
  ['match.10k.p50.vs_profile', 'match list of 20, hub of 10,000, over HTTP', 'one stored profile'],
  ['match.1k.p50.vs_profile', 'match list of 20, hub of 1,000, over HTTP', 'one stored profile'],
  ['match.10k.health.p50.vs_bare', '`/v1/health`', 'a Worker that is nothing but Hono'],
  ['scan.100k.vs_memcpy', 'search of 100,000 profiles', 'a copy of the same bytes'],
  ['import.vs_embed_alone', 'import until all profiles are found', 'embedding them, one thread in Node'],
  ['import.vs_embed_threads', 'import until all profiles are found', 'embedding them, all cores in Node'],
];

const SIZES: readonly (readonly [key: string, what: string])[] = [
  ['widget.matches', '`<kopru-matches>` by a bundler, with Lit and client'],
  ['script.matches', '`<kopru-matches>` by the script tag'],
  ['script.search', '`<kopru-search>` by the script tag'],
  ['sdk.client', 'the client, `@kopru/sdk`'],
];

/** The ratios that are shown, by their key, which begins with the name of their measurement. */
export const KEYS: readonly string[] = [
  ...WORKS.flatMap(([, peers]) => Object.keys(peers)),
  ...COSTS.map(([key]) => key),
];

const ratiosOf = (results: Results): Readonly<Record<string, number>> =>
  Object.assign({}, ...Object.values(results).map(({ result }) => result.ratios ?? {}));

/** The works of which a run is kept; of each the peers that it had. */
export function compared(results: Results): Compared[] {
  const ratios = ratiosOf(results);
  return WORKS.map(([work, keys]) => ({
    work,
    peers: Object.entries(keys).flatMap(([key, peer]) => {
      const ratio = ratios[key];
      return ratio === undefined ? [] : [{ peer, ratio }];
    }),
  })).filter(({ peers }) => peers.length > 0);
}

export function costs(results: Results): Cost[] {
  const ratios = ratiosOf(results);
  return COSTS.flatMap(([key, work, beside]) => {
    const ratio = ratios[key];
    return ratio === undefined ? [] : [{ work, beside, ratio }];
  });
}

export function sizes(results: Results): Size[] {
  const all = results.bundle?.result.gzipKB ?? {};
  return SIZES.flatMap(([key, what]) => {
    const kilobytes = all[key];
    return kilobytes === undefined ? [] : [{ what, kilobytes }];
  });
}

/** A ratio to two digits, as `0.26`, `1.5` or `15`. */
export const shown = (ratio: number): string => String(Number(ratio.toPrecision(ratio < 10 ? 3 : 2)));
