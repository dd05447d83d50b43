import type { Kind, Profile } from '@kopru/sdk/schema';

/** A file of profiles of one kind, read, mapped, interpreted and validated. */
export interface ProfileFile {
  readonly kind: Kind;
  /** As it was given on the command line. */
  readonly path: string;
  readonly format: 'csv' | 'xlsx' | 'xml' | 'ndjson';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** What each column was taken for; empty for NDJSON. */
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly ProfileRow[];
  readonly issues: readonly RowIssue[];
}

export interface MappedColumn {
  readonly header: string;
  /** `id`, a field such as `pitch` or `ticket/min`, or null for a column that is left out. */
  readonly field: string | null;
  /** Whether `--map` said so. */
  readonly given: boolean;
}

export interface ProfileRow {
  /** The file's own id, else the name, with ` (2)` and so on where one occurs again. Unique within a file. */
  readonly id: string;
  readonly line: number;
  /** Validated. Without a column for consent `consent.matching` is true: who gives the file may match it. */
  readonly profile: Profile;
}

/** Something that could not be used as it stands. */
export interface RowIssue {
  /**
   * `error`: the row is left out. `warning`: the cell is left out and its field is unknown; of a list, only
   * the items that could not be read are.
   */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  /** Header of the column at fault, if one is. */
  readonly column?: string;
  /** Name of the rule that is broken, for example `amount` or `too_long`. */
  readonly rule: string;
  readonly message: string;
  /** What to write instead. */
  readonly suggestion?: string;
}
