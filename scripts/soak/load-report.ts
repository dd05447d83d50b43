import type { Answer } from './load-client.ts';

/** Milliseconds since 1970. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Rates, times and errors of the answers that came in a span. */
export function figuresOf(all: readonly Answer[], { from, to }: Span) {
  const answers = all.filter(({ at }) => at >= from && at < to);
  const seconds = (to - from) / 1000;
  const of = (group: Answer['group']) => answers.filter((answer) => answer.group === group && !answer.error);
  const names = [...new Set(answers.map(({ name }) => name))].sort();
  const refused = answers.filter(({ error }) => error?.startsWith('429 ')).length;
  return {
    requests: answers.length,
    readsPerSecond: round(of('reads').length / seconds),
    writesPerSecond: round(of('writes').length / seconds),
    times: Object.fromEntries(
      names.map((name) => [name, timesOf(answers.filter((answer) => answer.name === name && !answer.error))]),
    ),
    share429: refused / Math.max(1, answers.length),
    // What failed while it warmed up fails the soak as well.
    errors: tally(all.flatMap(({ error }) => (error && !error.startsWith('429 ') ? [error] : []))),
  };
}

function timesOf(answers: readonly Answer[]) {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

function tally(errors: readonly string[]): { error: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const error of errors) counts.set(error, (counts.get(error) ?? 0) + 1);
  return [...counts].map(([error, count]) => ({ error, count }));
}

/**
 * Mean of each minute of a span, in MB, and the slope from the first to the last one in MB per minute. A
 * span of less than three minutes has thirds in their place. Null without samples.
 */
export function memoryOf(samples: readonly { readonly at: number; readonly megabytes: number }[], { from, to }: Span) {
  const count = Math.max(3, Math.round((to - from) / 60_000));
  const part = (to - from) / count;
  const means = Array.from({ length: count }, (_, i) => {
    const found = samples.filter(({ at }) => Math.floor((at - from) / part) === i);
    return found.reduce((sum, { megabytes }) => sum + megabytes, 0) / found.length;
  });
  const [first = Number.NaN, last = Number.NaN] = [means[0], means.at(-1)];
  if (Number.isNaN(last - first)) return null;
  return { means: means.map(Math.round), slope: round((last - first) / ((part * (count - 1)) / 60_000)) };
}
