import { basename } from 'node:path';
import type { NormalProfile } from '@kopru/sdk/engine';
import type { ReadyFile } from '../matching/make-ready.ts';
import type { MatchRun } from '../matching/run.ts';
import { barCell, type Hue } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** What became of the rows of a file. */
export interface FileQuality {
  /** The name of the file without its folder. */
  readonly name: string;
  readonly rows: number;
  readonly matched: number;
  readonly leftOut: number;
  readonly unshown: number;
  readonly unread: number;
}

/** Cells of one column that could not be read. */
export interface ColumnQuality {
  readonly file: string;
  readonly column: string;
  readonly cells: number;
  readonly lines: readonly number[];
}

export function fileQuality({ file, profiles, unshown, issues }: ReadyFile): FileQuality {
  const leftOut = new Set(issues.filter(({ severity }) => severity === 'error').map(({ line }) => line)).size;
  return {
    name: basename(file.path),
    rows: profiles.length + unshown + leftOut,
    matched: profiles.length,
    leftOut,
    unshown,
    unread: issues.filter(({ severity }) => severity === 'warning').length,
  };
}

/** The columns with cells that could not be read, the worst first. */
export function columnQuality({ file, issues }: ReadyFile): ColumnQuality[] {
  const lines = new Map<string, number[]>();
  for (const { severity, column, line } of issues) {
    if (severity === 'warning' && column) lines.set(column, [...(lines.get(column) ?? []), line]);
  }
  return [...lines]
    .map(([column, at]) => ({ file: basename(file.path), column, cells: at.length, lines: [...new Set(at)] }))
    .sort((a, b) => b.cells - a.cells || (a.column < b.column ? -1 : 1));
}

type Stated = (profile: NormalProfile) => boolean;

/** What a profile can state, and whether it does. */
const STATED = {
  sector: ({ facets, unnamedSectors }) => Boolean(facets.sectors) || unnamedSectors.length > 0,
  stage: ({ facets }) => Boolean(facets.stage ?? facets.stages),
  country: ({ facets }) => Boolean(facets.country),
  raise: ({ facets }) => Boolean(facets.raise ?? facets.ticket),
  language: ({ facets }) => Boolean(facets.languages),
} as const satisfies Record<string, Stated>;

export function qualitySection({ files }: MatchRun, words: Words): Html {
  const { quality } = words;
  const both = [files.startup, files.investor];
  const told = both.map(fileQuality);
  const measures = ['rows', 'matched', 'leftOut', 'unshown', 'unread'] as const;
  return html`<section><h2 id="quality">${quality.title}</h2>
<p class="lead">${quality.lead}</p>
<table class="plain"><caption class="unseen">${quality.title}</caption>
<thead><tr><th scope="col">${quality.file}</th>${told.map(
    ({ name }) => html`<th scope="col" class="number"><bdi>${name}</bdi></th>`,
  )}</tr></thead>
<tbody>${measures.map(
    (measure) =>
      html`<tr><th scope="row">${quality[measure]}</th>${told.map(
        (file) => html`<td class="number">${words.number(file[measure])}</td>`,
      )}</tr>`,
  )}</tbody></table>
${statedTable(files.startup.profiles, files.investor.profiles, words)}${columnTable(both.flatMap(columnQuality), words)}</section>`;
}

function statedTable(startups: readonly NormalProfile[], investors: readonly NormalProfile[], words: Words): Html {
  const name = (facet: keyof typeof STATED) =>
    facet === 'raise' ? `${words.facet('raise')} / ${words.facet('ticket')}` : words.facet(facet);
  const cells = (profiles: readonly NormalProfile[], stated: Stated, hue: Hue) => {
    const count = profiles.filter(stated).length;
    return barCell({ number: words.share(count, profiles.length) }, count, profiles.length, hue);
  };
  return html`<table class="bars two"><caption>${words.quality.stated}</caption>
<thead><tr><td></td><th scope="col">${words.manyOf.startup}</th><th scope="col">${words.manyOf.investor}</th></tr></thead>
<tbody>${(Object.keys(STATED) as (keyof typeof STATED)[]).map(
    (facet) =>
      html`<tr><th scope="row">${name(facet)}</th>${cells(startups, STATED[facet], 'startup')}${cells(investors, STATED[facet], 'investor')}</tr>`,
  )}</tbody></table>`;
}

const MOST_COLUMNS = 12;
const MOST_LINES = 10;

function columnTable(columns: readonly ColumnQuality[], words: Words): Html | undefined {
  if (columns.length === 0) return undefined;
  const { quality, attention, number } = words;
  const linesOf = (lines: readonly number[]) => {
    const rest = lines.length - MOST_LINES;
    return `${lines.slice(0, MOST_LINES).join(', ')}${rest > 0 ? ` ${attention.more(number(rest))}` : ''}`;
  };
  return html`<div class="wide" role="region" aria-labelledby="unread" tabindex="0"><table class="plain scrolled"><caption id="unread">${quality.unread}</caption>
<thead><tr><th scope="col">${quality.column}</th><th scope="col">${quality.file}</th><th scope="col" class="number">${quality.cells}</th><th scope="col">${quality.lines}</th></tr></thead>
<tbody>${columns
    .slice(0, MOST_COLUMNS)
    .map(
      ({ file, column, cells, lines }) =>
        html`<tr><th scope="row"><bdi>${column}</bdi></th><td><bdi>${file}</bdi></td><td class="number">${number(cells)}</td><td>${linesOf(lines)}</td></tr>`,
    )}</tbody></table></div>`;
}
