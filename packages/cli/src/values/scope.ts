import { parseScopeLine, type ScopeLine } from '@kopru/sdk/facets';
import { problem, quote, type Reading } from './reading.ts';

/** Lines of a scope, parted by `|` or by ends of lines. */
export function readScope(cell: string): Reading<readonly ScopeLine[]> {
  const texts = cell
    .split(/[|\n]/)
    .map((text) => text.trim())
    .filter(Boolean);
  const bad = texts.find((text) => !parseScopeLine(text));
  const value = texts.flatMap((text) => parseScopeLine(text) ?? []);
  return {
    ...(value.length > 0 && { value }),
    ...(bad !== undefined &&
      problem(
        'scope',
        `${quote(bad)} is no line of a scope.`,
        'Write what, standards, range and uncertainty, as in water meter; ISO 4064; 15–40 mm; ±0.5 %.',
      )),
  };
}
