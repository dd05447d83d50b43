import type { Kind } from '@kopru/sdk/schema';

/** Rows of a file as their author wrote them: nothing is interpreted yet. */
export interface Table {
  readonly format: 'csv' | 'xlsx' | 'xml';
  /** What the rows are, where the format says so. */
  readonly kind?: Kind;
  /** WHATWG label of the encoding that was found, for example `windows-1254`. XLSX has none. */
  readonly encoding?: string;
  /** Of a CSV. */
  readonly delimiter?: string;
  /** Of a workbook: the sheet that was read. */
  readonly sheet?: string;
  /** Line (of a CSV) or row (of a sheet) of the header, from 1. */
  readonly headerLine: number;
  /** Trimmed; an unnamed column is ''. */
  readonly header: readonly string[];
  /** Rows without a value in any cell are left out. As many cells as the header has columns, trimmed. */
  readonly rows: readonly TableRow[];
  /** Rows that could not be read at all, or, as a warning, of which something is not kept. */
  readonly unreadable: readonly {
    readonly line: number;
    readonly severity?: 'warning';
    readonly rule: string;
    readonly message: string;
  }[];
}

export interface TableRow {
  /** Line or row on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines of an NDJSON file: `{ id, profile }`, or the profile itself with an `id` beside its fields. */
export interface Records {
  readonly format: 'ndjson';
  readonly records: readonly { readonly line: number; readonly value: unknown }[];
  readonly unreadable: Table['unreadable'];
}

export interface ReadOptions {
  /** @default found from the bytes */
  readonly encoding?: string | undefined;
  /** @default found from the text */
  readonly delimiter?: string | undefined;
  /** Name or number from 1. @default the first */
  readonly sheet?: string | undefined;
}
