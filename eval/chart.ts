/**
 * Two plain charts as SVG, readable on a light and on a dark page.
 *
 * @module
 */
interface Series {
  readonly name: string;
  /** One value for each label. */
  readonly values: readonly number[];
}

export interface ChartOptions {
  readonly title: string;
  /** Labels along the horizontal axis. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Top of the vertical axis, which begins at 0. @default the largest value */
  readonly maximum?: number;
}

const SIZE = { width: 720, height: 320, left: 56, right: 16, top: 40, bottom: 64 } as const;
/** Distinguishable without colour vision; each series is also named beside its swatch. */
const COLOURS = ['#0e8a8a', '#b8562b', '#6a6fb5', '#8a8a2e', '#a2487f', '#5a5a5a'] as const;
const STYLE = `text{font:12px system-ui,sans-serif;fill:#333}.grid{stroke:#8886}.title{font-weight:600;font-size:14px}
@media(prefers-color-scheme:dark){text{fill:#ddd}}`;

const inner = { width: SIZE.width - SIZE.left - SIZE.right, height: SIZE.height - SIZE.top - SIZE.bottom };

/** Bars in groups: a group for each label, a bar for each series. */
export function barChart(options: ChartOptions): string {
  const { labels, series } = options;
  const { y } = scale(options);
  const group = inner.width / labels.length;
  const bar = (group * 0.8) / series.length;
  const bars = series.flatMap(({ name, values }, s) =>
    values.map((value, i) => {
      const x = SIZE.left + i * group + group * 0.1 + s * bar;
      return `<rect x="${fix(x)}" y="${fix(y(value))}" width="${fix(bar * 0.92)}" height="${fix(y(0) - y(value))}" fill="${colour(s)}"><title>${escapeXml(`${labels[i]}, ${name}: ${value}`)}</title></rect>`;
    }),
  );
  return frame(options, bars, (i) => SIZE.left + (i + 0.5) * group);
}

/** A line for each series over the labels. */
export function lineChart(options: ChartOptions): string {
  const { labels, series } = options;
  const { y } = scale(options);
  const x = (i: number) =>
    SIZE.left + (labels.length === 1 ? inner.width / 2 : (i * inner.width) / (labels.length - 1));
  const lines = series.map(({ values }, s) => {
    const points = values.map((value, i) => `${fix(x(i))},${fix(y(value))}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colour(s)}" stroke-width="2.5"/>`;
  });
  return frame(options, lines, x);
}

function scale({ series, maximum }: ChartOptions) {
  const top = maximum ?? (Math.max(...series.flatMap(({ values }) => values)) || 1);
  return { top, y: (value: number) => SIZE.top + inner.height * (1 - value / top) };
}

function frame(options: ChartOptions, marks: readonly string[], x: (i: number) => number): string {
  const { top, y } = scale(options);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = fix(y(top * share));
    return `<line class="grid" x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${at}" y2="${at}"/><text x="${SIZE.left - 8}" y="${at}" text-anchor="end" dominant-baseline="middle">${Number((top * share).toPrecision(3))}</text>`;
  });
  const base = SIZE.height - SIZE.bottom + 18;
  const axis = options.labels.map(
    (label, i) => `<text x="${fix(x(i))}" y="${base}" text-anchor="middle">${escapeXml(label)}</text>`,
  );
  let at: number = SIZE.left;
  const legend = options.series.map(({ name }, s) => {
    const entry = `<rect x="${at}" y="${base + 16}" width="12" height="12" fill="${colour(s)}"/><text x="${at + 18}" y="${base + 26}">${escapeXml(name)}</text>`;
    at += 36 + name.length * 7;
    return entry;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${escapeXml(options.title)}"><style>${STYLE}</style><text class="title" x="${SIZE.left}" y="20">${escapeXml(options.title)}</text>${[...grid, ...marks, ...axis, ...legend].join('')}</svg>`;
}

const colour = (series: number): string => COLOURS[series % COLOURS.length] as string;
const fix = (n: number): string => n.toFixed(1);
const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);
