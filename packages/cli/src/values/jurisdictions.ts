import { type Jurisdiction, parseJurisdiction } from '@kopru/sdk/facets';
import { problem, quote, type Reading } from './reading.ts';

/** Where a patent is protected, parted by a line break or `|`. A part that cannot be read is told, and none is kept. */
export function readJurisdictions(cell: string): Reading<readonly Jurisdiction[]> {
  const lines = cell.split(/[|\n]/).filter((line) => line.trim() !== '');
  const wrong = lines.find((line) => parseJurisdiction(line) === undefined);
  return wrong === undefined
    ? { value: lines.map((line) => parseJurisdiction(line) as Jurisdiction) }
    : problem(
        'jurisdictions',
        `${quote(wrong)} is no jurisdiction.`,
        'Write it as office; number; status; filed; granted; last day, as in EA; 034567; granted; 2019-02-01; 2021-05-31; 2039-02-01, with applied, granted, lapsed or expired as status.',
      );
}
