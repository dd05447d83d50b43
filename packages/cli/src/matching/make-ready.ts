import { type NormalProfile, normaliseProfile, splitSentences } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { mayBeShown } from '@kopru/sdk/schema';
import type { ProfileFile, RowIssue } from '../profiles/profile-file.ts';

/** The rows of a file that can be matched. */
export interface ReadyFile {
  readonly file: ProfileFile;
  readonly profiles: readonly NormalProfile[];
  /** Rows that are not active, or without consent: they are compared with nobody. */
  readonly unshown: number;
  /** Those of the file, and rows of which nothing is left to compare. */
  readonly issues: readonly RowIssue[];
}

/** Brings the rows of a file into the form in which they are compared. */
export function makeReady(file: ProfileFile): ReadyFile {
  const rows = file.rows.map(({ id, line, profile }) => ({
    line,
    profile: normaliseProfile(file.kind, id, profile, DEFAULT_RATES),
  }));
  const shown = rows.filter(({ profile }) => mayBeShown(profile));
  const speaks = ({ profile }: { readonly profile: NormalProfile }) => splitSentences(profile.text).length > 0;
  const mute = shown.filter((row) => !speaks(row));
  return {
    file,
    profiles: shown.filter(speaks).map(({ profile }) => profile),
    unshown: rows.length - shown.length,
    issues: [
      ...file.issues,
      ...mute.map(
        ({ line }): RowIssue => ({
          severity: 'error',
          file: file.path,
          line,
          rule: 'has_word',
          message: 'The text holds no word, only mark-up.',
          suggestion: 'Write it as plain text.',
        }),
      ),
    ],
  };
}
