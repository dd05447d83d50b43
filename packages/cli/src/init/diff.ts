/** Lines before and after the change that are shown with it. */
const CONTEXT = 3;

/** A unified diff of two texts that differ in one place, as `patch` reads it; empty for texts that are the same. */
export function diffOf(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [a, b] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;

  const from = Math.max(0, start - CONTEXT);
  const tail = Math.min(end, CONTEXT);
  const [removed, added] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const hunk = [
    ...a.slice(from, start).map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...a.slice(a.length - end, a.length - end + tail).map((line) => ` ${line}`),
  ];
  const size = (changed: readonly string[]) => start - from + changed.length + tail;
  const range = (lines: number) => `${lines === 0 ? from : from + 1},${lines}`;
  return [
    `--- ${path}\n`,
    `+++ ${path}\n`,
    `@@ -${range(size(removed))} +${range(size(added))} @@\n`,
    ...hunk.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)),
  ].join('');
}

/** Lines with their ends; the last one may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
