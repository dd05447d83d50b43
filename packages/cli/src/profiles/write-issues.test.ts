import { expect, test } from 'vitest';
import { testIo } from '../../test/test-io.ts';
import type { ProfileFile, RowIssue } from './profile-file.ts';
import { writeIssues, writeMapping } from './write-issues.ts';

const issue = (line: number, severity: RowIssue['severity'] = 'warning'): RowIssue => ({
  severity,
  file: 'startups.csv',
  line,
  column: 'Yatırım\ntutarı',
  rule: 'amount',
  message: '"yarım" holds no number.',
  suggestion: 'Write it as 250000 USD.',
});

test('an issue names the file, the line, the column, the rule, and what to write', () => {
  const { io, err } = testIo();
  writeIssues([issue(12)], io, { limit: 20 });
  expect(err()).toBe(
    'warning startups.csv:12, column "Yatırım tutarı": "yarım" holds no number. Write it as 250000 USD. [amount]\n',
  );
});

test('errors come first, and what is not shown is counted', () => {
  const { io, err } = testIo();
  writeIssues([issue(2), issue(3), issue(4, 'error'), issue(5, 'error'), issue(6, 'error')], io, { limit: 2 });
  expect(
    err()
      .split('\n')
      .map((line) => line.slice(0, 22)),
  ).toEqual(['error startups.csv:4, ', 'error startups.csv:5, ', '… and 1 error and 2 wa', '']);
});

test('nothing is written of no issues', () => {
  const { io, err } = testIo();
  writeIssues([], io, { limit: 20 });
  expect(err()).toBe('');
});

test('the mapping shows every column, how the file was read, and how to change it', () => {
  const file: ProfileFile = {
    kind: 'startup',
    path: 'startups.csv',
    format: 'csv',
    encoding: 'windows-1254',
    delimiter: ';',
    columns: [
      { header: 'Girişim Adı', field: 'name', given: false },
      { header: 'Açıklama', field: 'pitch', given: true },
      { header: '', field: null, given: false },
    ],
    rows: [],
    issues: [],
  };
  const { io, err } = testIo();
  writeMapping([file], io);
  expect(err()).toBe(
    [
      'startups.csv: CSV, windows-1254, separated by semicolons, 0 usable rows',
      'Column       Read as',
      'Girişim Adı  name',
      'Açıklama     pitch (--map)',
      '(unnamed)    (left out)',
      'To read a column as something else: --map "Column=field", or --map "Column=" to leave it out.',
      '',
    ].join('\n'),
  );
});
