import { type Compared, shown } from './works.ts';

/** In pixels. The peers stand left of the bars, right-aligned. */
const SIZE = { width: 760, top: 100, bottom: 44, row: 21, bar: 13, left: 240, right: 84, edge: 24 } as const;

/** Above and below the heading of a work. */
const HEADING = { above: 30, below: 8 } as const;

/** Marks of the axis; it has as many of them as the ratios need, and always those about 1. */
const MARKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The colours of the widget. As plain rules: not all that shows an SVG knows custom properties. */
const colours = (surface: string, text: string, muted: string, line: string, ahead: string, behind: string): string =>
  [
    `text{fill:${text}}.note,.mark{fill:${muted}}.ahead{fill:${ahead}}.behind{fill:${behind}}`,
    `.surface{fill:${surface};stroke:${line}}.grid{stroke:${line}}.one{stroke:${muted}}.heading,.value{stroke:${surface}}`,
  ].join('');

const STYLE = [
  'text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}',
  '.title{font-size:17px}.mark{font-size:12px}.title,.heading,.value,.side{font-weight:600}.one{stroke-width:1.5}',
  // A rim of the ground, so that no line of the grid runs through letters.
  '.heading,.value{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}',
  colours('#fff', '#172426', '#536366', '#d3dcdd', '#00707a', '#b8562b'),
  `@media(prefers-color-scheme:dark){${colours('#162022', '#e3ebeb', '#9bacae', '#2e3b3d', '#5cc9cf', '#e39a6f')}}`,
].join('\n');

const TITLE = 'How long peers take for the same work (Köprü = 1)';
const NOTE = 'Medians of turns in one run, on a log scale.';

/** Bars of ratios on a log scale, from 1 to the right where Köprü is ahead. */
export function chart(works: readonly Compared[]): string {
  const x = scaleOf(works.flatMap(({ peers }) => peers.map(({ ratio }) => ratio)));
  const parts: string[] = [];
  let y: number = SIZE.top;
  for (const { work, peers } of works) {
    y += HEADING.above;
    parts.push(text(SIZE.edge, y, 'heading', work));
    y += HEADING.below;
    for (const { peer, ratio } of peers) {
      parts.push(bar(peer, ratio, x, y));
      y += SIZE.row;
    }
  }
  const height = y + SIZE.bottom;
  const grid = x.marks.map((mark) => {
    const at = fix(x.of(mark));
    const line = `<line class="${mark === 1 ? 'one' : 'grid'}" x1="${at}" x2="${at}" y1="${SIZE.top}" y2="${y + 12}"/>`;
    return line + text(x.of(mark), y + 28, 'mark', String(mark), 'middle');
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${height}" width="${SIZE.width}" height="${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${TITLE}</title><desc id="d">${escapeXml(inWords(works))}</desc><style>${STYLE}</style>`,
    `<rect class="surface" x=".5" y=".5" width="${SIZE.width - 1}" height="${height - 1}" rx="8"/>`,
    text(SIZE.edge, 34, 'title', TITLE),
    text(SIZE.edge, 58, 'note', NOTE),
    ...grid,
    text(x.of(1) - 10, SIZE.top - 10, 'side behind', '← peer faster', 'end'),
    text(x.of(1) + 10, SIZE.top - 10, 'side ahead', 'Köprü faster →'),
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}

interface Scale {
  readonly marks: readonly number[];
  of(ratio: number): number;
}

function scaleOf(ratios: readonly number[]): Scale {
  const [least, most] = [Math.min(0.5, ...ratios), Math.max(2, ...ratios)];
  const first = MARKS.findLastIndex((mark) => mark <= least);
  const last = MARKS.findIndex((mark) => mark >= most);
  const marks = MARKS.slice(Math.max(0, first), last < 0 ? undefined : last + 1);
  const [low, high] = [Math.log(marks[0] as number), Math.log(marks.at(-1) as number)];
  const width = SIZE.width - SIZE.left - SIZE.right;
  return { marks, of: (ratio) => SIZE.left + ((Math.log(ratio) - low) / (high - low)) * width };
}

function bar(peer: string, ratio: number, x: Scale, y: number): string {
  const [one, end] = [x.of(1), x.of(ratio)];
  const isAhead = ratio >= 1;
  const middle = y + SIZE.row / 2 + 4.5;
  // At its bar; beside the line where the bar goes the other way, so that it never stands among the names.
  const value = text(isAhead ? end + 7 : one + 7, middle, 'value', `${shown(ratio)}×`);
  const rect = `<rect class="${isAhead ? 'ahead' : 'behind'}" x="${fix(Math.min(one, end))}" y="${y + (SIZE.row - SIZE.bar) / 2}" width="${fix(Math.max(1, Math.abs(end - one)))}" height="${SIZE.bar}" rx="1.5"/>`;
  return text(SIZE.left - 14, middle, 'peer', peer, 'end') + rect + value;
}

const inWords = (works: readonly Compared[]): string =>
  works
    .map(({ work, peers }) => `${work}: ${peers.map(({ peer, ratio }) => `${peer} ${shown(ratio)}`).join(', ')}.`)
    .join(' ');

const text = (x: number, y: number, style: string, words: string, anchor?: 'middle' | 'end'): string =>
  `<text class="${style}" x="${fix(x)}" y="${y}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeXml(words)}</text>`;

const fix = (n: number): string => String(Math.round(n * 10) / 10);
const escapeXml = (words: string): string =>
  words.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] as string);
