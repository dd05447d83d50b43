import type { Issue } from '@kopru/sdk/engine';
import type { RowIssue } from './profile-file.ts';

const SUGGESTIONS: Readonly<Record<string, string>> = {
  required: 'Fill it in.',
  has_word: 'Write at least one word.',
  min_not_above_max: 'Exchange the two.',
  unknown_field: 'Take it out, or name it as the schema does.',
};

/** Where an issue of the schema is told: a column, for a person who has a table before them, or a path. */
export type Place = (path: string) => string | undefined;

/** An issue of the schema as one of a row. */
export function rowIssue(issue: Issue, place: Place, at: Pick<RowIssue, 'severity' | 'file' | 'line'>): RowIssue {
  const column = place(issue.path);
  const suggestion = suggestionFor(issue);
  return {
    ...at,
    ...(column !== undefined && column !== '' && { column }),
    rule: issue.rule,
    message: `${nameOf(issue.path)} ${issue.message}.`,
    ...(suggestion && { suggestion }),
  };
}

/** The field in words: `/contact/email` is "The field contact/email". */
const nameOf = (path: string): string => (path === '' ? 'The row' : `The field ${path.slice(1)}`);

function suggestionFor({ path, rule, message }: Issue): string | undefined {
  if (rule === 'maximum')
    return message.endsWith('characters') || message.endsWith('items') ? 'Shorten it.' : 'Check the number.';
  if (rule === 'minimum') return 'Check the number.';
  if (path.endsWith('/email')) return 'Write one address, as in name@example.com.';
  if (path === '/website') return 'Write it as in https://example.com.';
  return SUGGESTIONS[rule];
}
