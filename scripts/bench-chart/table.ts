import type { Results } from '../../bench/results.ts';
import { compared, costs, shown, sizes } from './works.ts';

const BEGIN = '<!-- Made by scripts/bench-chart.ts from bench/results.json. Not to be changed by hand. -->';
const END = '<!-- /bench -->';

/** Puts what was measured into a text, between its marks. @throws {Error} where it has none. */
export function withMeasured(markdown: string, results: Results): string {
  const [begin, end] = [markdown.indexOf(BEGIN), markdown.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`there is no place between "${BEGIN}" and "${END}"`);
  return `${markdown.slice(0, begin + BEGIN.length)}\n\n${measured(results)}\n\n${markdown.slice(end)}`;
}

function measured(results: Results): string {
  const peers = compared(results).map(({ work, peers }) => [
    work,
    peers.map(({ peer, ratio }) => `${peer} ${ratio >= 1 ? `**${shown(ratio)}**` : shown(ratio)}`).join(' · '),
  ]);
  const prices = costs(results).map(({ work, beside, ratio }) => [work, beside, shown(ratio)]);
  const loads = sizes(results).map(({ what, kilobytes }) => [what, `${kilobytes} kB`]);
  return [
    peers.length > 0 && '![How many times as long peers take for the same work as Köprü](docs/bench.svg)',
    table(['the same work', 'how many times as long a peer takes (bold: Köprü is ahead)'], peers),
    table(['what Köprü does', 'beside', 'times as long: less is better'], prices),
    table(['what a browser loads', 'minified, gzipped'], loads),
    machines(results),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Which run was when and on what. */
function machines(results: Results): string {
  const runs = new Map<string, string[]>();
  for (const [name, { date, machine }] of Object.entries(results)) {
    const where = `${date} on ${machine.cpu}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}`;
    runs.set(where, [...(runs.get(where) ?? []), `\`${name}\``]);
  }
  return [...runs].map(([where, names]) => `${names.join(', ')}: ${where}.`).join(' ');
}
