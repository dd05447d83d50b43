import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EvalOptions, type Evaluated, runEval } from '../src/eval.ts';
import type { RunTools } from '../src/matching/ready-pair.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { testIo } from './test-io.ts';

const TOPICS = ['sulama suyu sensörü', 'mobil oyun stüdyosu', 'buğday tohumu ıslahı', 'güneş paneli bakımı'];
const STARTUPS = `id,name,pitch,stage,consent\n${TOPICS.map((topic, i) => `s${i},Startup ${i},${topic} yapıyoruz,seed,yes`).join('\n')}\n`;
const INVESTORS = `id,name,thesis,stages,consent
i0,Investor 0,${TOPICS[0]} yapıyoruz,seed,yes
i1,Investor 1,${TOPICS[1]} yapıyoruz,seed,yes
i2,Investor 2,${TOPICS[2]} yapıyoruz,growth,yes
i3,Investor 3,${TOPICS[3]} yapıyoruz,seed,no
`;

const tools: RunTools = { model: { embedder: hashEmbedder() }, now: () => new Date() };

describe('kopru eval', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kopru-eval-'));
    await writeFile(join(cwd, 'startups.csv'), STARTUPS);
    await writeFile(join(cwd, 'investors.csv'), INVESTORS);
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const run = async (pairs: string, options: Partial<EvalOptions> = {}) => {
    await writeFile(join(cwd, 'pairs.csv'), pairs);
    const { io, out, err } = testIo({ cwd });
    const files = { startups: 'startups.csv', investors: 'investors.csv', truth: 'pairs.csv' };
    const exit = await runEval({ ...files, ...options }, io, tools);
    return { exit, out: out(), err: err(), figures: () => JSON.parse(out()) as Evaluated };
  };

  test('gives what a hand would reckon', async () => {
    const { exit, figures } = await run('startup,investor\ns0,i0\ns1,i1\ns2,i2\n', { json: true });
    expect(exit).toBe(EXIT.ok);
    const { systems, ratios, ...rest } = figures();
    expect(rest).toEqual({
      per: 'startup',
      model: hashEmbedder().id,
      queries: 3,
      candidates: 3,
      pairs: 3,
      seed: 1,
      leftOut: { rows: 0, pairs: 0 },
    });
    // The text of each right investor is that of its startup. The stage of s2 rules i2 out, which comes last of three.
    expect(systems.embedding.map.value).toBe(1);
    expect(systems.minisearch.mrr.value).toBe(1);
    expect(systems.kopru.map.value).toBeCloseTo((1 + 1 + 1 / 3) / 3, 12);
    expect(systems.kopru.ndcg10.value).toBeCloseTo((1 + 1 + 1 / 2) / 3, 12);
    expect(systems.kopru.precision5.value).toBeCloseTo(1 / 5, 12);
    expect(systems.kopru.recall10.value).toBe(1);
    expect(ratios.minisearch.map?.value).toBeCloseTo((1 + 1 + 1 / 3) / 3, 12);
    expect(systems.kopru.map.low).toBeLessThan(systems.kopru.map.value);
    expect(systems.kopru.map.high).toBe(1);
  });

  test('counts a pair that is judged wrong, or by nobody, as wrong', async () => {
    const { figures } = await run('startup,investor,relevance\ns0,i0,no\ns0,i1,1\ns1,i1,0\n', { json: true });
    const { queries, pairs, systems } = figures();
    expect([queries, pairs]).toEqual([1, 1]);
    expect(systems.embedding.map.value).toBeLessThan(1);
  });

  test('judges the lists of investors where it is asked to', async () => {
    const { figures } = await run('startup,investor\ns0,i0\ns1,i0\n', { json: true, per: 'investor' });
    expect(figures()).toMatchObject({ per: 'investor', queries: 1, candidates: 4, pairs: 2 });
  });

  test('tells what it leaves out, by line, and that nobody without consent counts', async () => {
    const pairs = 'startup,investor,relevance\nStartup 0,i0,yes\nnone,i1,\ns1,i1,maybe\ns3,i3,1\n';
    const { exit, err } = await run(pairs);
    expect(exit).toBe(EXIT.findings);
    expect(err).toContain('pairs.csv:3: column "startup": "none" is neither id nor name of a startup in startups.csv');
    expect(err).toContain('pairs.csv:4: column "relevance": "maybe" is neither 0, 1, yes nor no');
    expect(err).toContain('Left out: 1 right pairs of somebody without consent');
    expect(err).toMatch(/Köprü, whole score\s+1\.000 \[1\.000, 1\.000\]/);
    expect(err).toMatch(/Köprü divided by[\s\S]*MiniSearch \(BM25\)\s+1\.000/);
  });

  test('refuses a file in which nothing is right', async () => {
    await expect(run('startup,investor,relevance\ns0,i0,0\n')).rejects.toThrow('pairs.csv holds no pair that is right');
    await expect(run('startup,investor\ns3,i3\n')).rejects.toThrow('No pair of pairs.csv is of two that take part');
    await expect(run('a,b\ns0,i0\n')).rejects.toThrow('pairs.csv has no column "startup"');
  });

  test('gives the same bytes for the same files and seed', async () => {
    const pairs = 'startup,investor\ns0,i1\ns1,i1\ns2,i0\ns3,i2\n';
    expect((await run(pairs, { json: true, seed: 7 })).out).toBe((await run(pairs, { json: true, seed: 7 })).out);
  });
});
