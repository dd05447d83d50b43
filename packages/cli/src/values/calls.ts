import { type Call, parseCall } from '@kopru/sdk/facets';
import { problem, quote, type Reading } from './reading.ts';

/** The calls of a programme, parted by a line break or `|`. One that cannot be read is told, and none is kept. */
export function readCalls(cell: string): Reading<readonly Call[]> {
  const lines = cell.split(/[|\n]/).filter((line) => line.trim() !== '');
  const wrong = lines.find((line) => parseCall(line) === undefined);
  return wrong === undefined
    ? { value: lines.map((line) => parseCall(line) as Call) }
    : problem(
        'calls',
        `${quote(wrong)} is no call.`,
        'Write a call as name; first day; last day; start; places, as in Spring; 2027-01-10; 2027-03-01; 2027-04-01; 20.',
      );
}
