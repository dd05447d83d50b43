import { installPeers } from '../peers/peers.ts';
import { type Engine, engines, GATES, type Gate, type MakeEngine } from './engines.ts';
import { bytesBeside, type Figures, keyOf, median, memory, searchTimes, timeOf, tune } from './measure.ts';
import { type Material, material } from './vectors.ts';

const SIZES: Readonly<Record<string, number>> = { '1k': 1000, '10k': 10_000, '100k': 100_000 };
const WRITES = 200;

/** What is reported, by key (`scan.10k.pass1`) and engine. */
interface Report {
  /** How many times longer or larger a peer is than ours; of `vs_memcpy` how many times longer ours takes. */
  readonly ratios: Figures;
  /** Milliseconds of a search. */
  readonly ms: Record<string, Figures>;
  /** What share of the ten nearest is found, and the effort of the graphs for that. */
  readonly recall: Record<string, Figures>;
  readonly effort: Record<string, Figures>;
  /** Milliseconds from a vector to where a search finds it, in an index of this size; seconds to fill it. */
  readonly writeMs: Record<string, Figures>;
  readonly fillSeconds: Record<string, Figures>;
  readonly bytesPerProfile: Record<string, Figures>;
}

/**
 * The index and its peers at three sizes, where the gates let all, a tenth and a hundredth pass.
 *
 * @param sizes by the name in the keys.
 */
export async function scan(progress: (line: string) => void, sizes = SIZES): Promise<object> {
  const makers = engines(installPeers(progress));
  const vectors = await material(progress);
  const report: Report = {
    ...{ ratios: {}, ms: {}, recall: {}, effort: {} },
    ...{ writeMs: {}, fillSeconds: {}, bytesPerProfile: {} },
  };
  for (const [size, count] of Object.entries(sizes))
    await atSize(`scan.${size}`, count, makers, vectors, report, (line) => progress(`${size}: ${line}`));
  return { ...report, texts: { real: vectors.real, queries: vectors.queries.length } };
}

async function atSize(
  key: string,
  count: number,
  makers: Readonly<Record<string, MakeEngine>>,
  { queries, rows }: Material,
  report: Report,
  progress: (line: string) => void,
): Promise<void> {
  const all = rows(count + WRITES);
  const built: Record<string, Engine> = {};
  const [fillSeconds, bytesPerProfile, writeMs]: [Figures, Figures, Figures] = [{}, {}, {}];
  for (const [name, make] of Object.entries(makers)) {
    progress(`${name} is filled`);
    const before = memory();
    const begin = performance.now();
    const engine = await make(all.length);
    for (const vector of all.slice(0, count)) await engine.add(vector);
    fillSeconds[name] = (performance.now() - begin) / 1000;
    bytesPerProfile[name] = (memory().heap - before.heap + bytesBeside(engine, before)) / count;
    built[name] = engine;
  }

  for (const gate of Object.keys(GATES) as Gate[]) {
    progress(`searches, where ${100 / GATES[gate]} % pass`);
    const at = `${key}${keyOf(gate)}`;
    const { effort, recall } = await tune(built, queries, gate, count);
    const ms = await searchTimes(built, queries, gate, effort, count);
    Object.assign(report.ratios, ratiosTo(at, ms));
    report.ms[at] = round(ms);
    report.recall[at] = round(recall);
    report.effort[at] = effort;
  }

  for (const [name, engine] of Object.entries(built)) {
    const times: number[] = [];
    for (const vector of all.slice(count)) times.push(await timeOf(() => engine.add(vector)));
    writeMs[name] = median(times);
  }
  Object.assign(report.ratios, ratiosTo(`${key}.write`, writeMs), ratiosTo(`${key}.bytes`, bytesPerProfile));
  report.writeMs[key] = round(writeMs);
  report.fillSeconds[key] = round(fillSeconds);
  report.bytesPerProfile[key] = round(bytesPerProfile);
}

function ratiosTo(key: string, { ours = Number.NaN, ...peers }: Figures): Figures {
  const ratio = (name: string, of: number) => (name === 'memcpy' ? ours / of : of / ours);
  return round(Object.fromEntries(Object.entries(peers).map(([name, of]) => [`${key}.vs_${name}`, ratio(name, of)])));
}

/** To three digits, or to whole numbers. */
const round = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value >= 100 ? Math.round(value) : +value.toPrecision(3)]),
  );
