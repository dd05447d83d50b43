import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Kept, type Results, readResults } from '../bench/results.ts';
import { chart } from './bench-chart/svg.ts';
import { withMeasured } from './bench-chart/table.ts';
import { compared, KEYS } from './bench-chart/works.ts';

const MARKS = [
  '<!-- Made by scripts/bench-chart.ts from bench/results.json. Not to be changed by hand. -->',
  '<!-- /bench -->',
];
const README = `# Before\n${MARKS[0]}\nold\n${MARKS[1]}\nafter\n`;

const kept = (result: Kept['result'], cores = 2): Kept => ({
  date: '2026-11-28',
  machine: { cpu: 'Some CPU', cores, system: 'linux x64', node: 'v24.0.0' },
  result,
});
const RATIOS = { 'embed.16.vs_onnxruntime_web': 1.547, 'embed.16.vs_onnxruntime_node': 0.26, 'embed.unknown': 3 };

test('every ratio that is shown is one of the measurement that was kept', () => {
  const results = readResults();
  const missing = KEYS.filter((key) => {
    const run = results[key.split('.')[0] ?? ''];
    return run !== undefined && run.result.ratios?.[key] === undefined;
  });
  expect(missing).toEqual([]);
});

test('the tables hold what was kept, and leave out what was not', () => {
  const results: Results = {
    bundle: kept({ gzipKB: { 'sdk.client': 5.89 } }, 4),
    embed: kept({ ratios: RATIOS }),
    match: kept({ ratios: { 'match.10k.p50.vs_profile': 3.8 } }),
  };
  const made = withMeasured(README, results);
  expect(made).toContain('| Embed a text of 16 tokens | onnxruntime-web, Node **1.55** · onnxruntime-node 0.26 |');
  expect(made).toContain('| match list of 20, hub of 10,000, over HTTP | one stored profile | 3.8 |');
  expect(made).toContain('| the client, `@kopru/sdk` | 5.89 kB |');
  expect(made).toContain('`embed`, `match`: 2026-11-28 on Some CPU, 2 cores, linux x64, Node v24.0.0.');
  expect(made).not.toMatch(/Search 100,000|\nold\n|undefined|NaN/);
  expect(made.startsWith('# Before\n') && made.endsWith(`${MARKS[1]}\nafter\n`)).toBe(true);
  expect(withMeasured(made, results)).toBe(made);
  expect(withMeasured(README, {})).not.toContain('|');
  expect(() => withMeasured('# None\n', results)).toThrow('there is no place');
});

const BAR = /<rect class="(ahead|behind)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g;

test('a bar leaves 1 to the side of who is ahead, the longer the further, and within the frame', () => {
  const ratio = fc.double({ min: 0.011, max: 999, noNaN: true });
  fc.assert(
    fc.property(fc.array(ratio, { minLength: 1, maxLength: 6 }), (ratios) => {
      const svg = chart([{ work: 'a < b', peers: ratios.map((ratio) => ({ peer: 'R&D', ratio })) }]);
      const one = Number(/<line class="one" x1="([\d.]+)"/.exec(svg)?.[1]);
      const bars = [...svg.matchAll(BAR)].map(([, side, x, width]) => ({ side, x: Number(x), width: Number(width) }));
      expect(bars).toHaveLength(ratios.length);
      for (const [i, { side, x, width }] of bars.entries()) {
        const ratio = ratios[i] as number;
        expect(side).toBe(ratio >= 1 ? 'ahead' : 'behind');
        expect(Math.abs((ratio >= 1 ? x : x + width) - one)).toBeLessThanOrEqual(1);
        expect(x >= 230 && x + width <= 760 - 60).toBe(true);
        for (const [j, other] of bars.entries())
          if (other.side === side && Math.abs(Math.log(ratios[j] as number)) > Math.abs(Math.log(ratio)))
            expect(other.width).toBeGreaterThanOrEqual(width);
      }
      expect(svg).toContain('a &lt; b');
      expect(svg).not.toMatch(/NaN|R&D/);
    }),
  );
});

test('the chart says in words what it shows', () => {
  const svg = chart(compared({ embed: kept({ ratios: RATIOS }) }));
  expect(svg).toContain('Embed a text of 16 tokens: onnxruntime-web, Node 1.55, onnxruntime-node 0.26.');
});
