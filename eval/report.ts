import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What one evaluation says in the report. */
export interface Section {
  readonly title: string;
  /** Markdown below the title: what was measured, the tables, what was lost. No heading above the third level. */
  readonly body: string;
  /** SVG documents by a short name; each is shown below the body, with this text for those who do not see it. */
  readonly charts?: Readonly<Record<string, { readonly svg: string; readonly alt: string }>>;
}

/** The sections, in the order of the report. */
const ORDER = [
  'ablation',
  'sectors',
  'bias',
  'mandates',
  'funds',
  'experts',
  'programmes',
  'patents',
  'labs',
  'startup-labs',
  'patent-labs',
  'neighbours',
  'needs',
  'offers',
  'market',
  'reciprocal',
  'learn',
  'assign',
] as const;
export type SectionName = (typeof ORDER)[number];

const file = (path: string): URL => new URL(path, import.meta.url);

/** Writes one section to `eval/report/` and puts `eval/report.md` together from all sections that were ever written. */
export async function writeSection(name: SectionName, { title, body, charts = {} }: Section): Promise<void> {
  await mkdir(file('report/'), { recursive: true });
  const images: string[] = [];
  for (const [chart, { svg, alt }] of Object.entries(charts)) {
    await writeFile(file(`report/${name}-${chart}.svg`), `${svg.trim()}\n`);
    images.push(`![${alt}](report/${name}-${chart}.svg)`);
  }
  await writeFile(file(`report/${name}.md`), `${[`## ${title}`, body.trim(), ...images].join('\n\n')}\n`);

  const sections = await Promise.all(ORDER.map((n) => readFile(file(`report/${n}.md`), 'utf8').catch(() => '')));
  const head =
    '# How good Köprü is\n\nWritten by `npm run eval`; each section names the command that measures it again.\n';
  await writeFile(fileURLToPath(file('report.md')), [head, ...sections.filter(Boolean)].join('\n'));
}

/** A Markdown table; numbers are written with three places. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}
