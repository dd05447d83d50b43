import { KIND_NAMES, type Kind } from '@kopru/sdk/schema';
import type { MappedColumn } from '../profiles/profile-file.ts';
import { CliError } from '../terminal/exit.ts';
import { foldWords } from '../values/fold.ts';
import { named, nearest } from '../values/nearest.ts';
import { FIELDS } from './fields.ts';

/** One `--map "Header=field"`; null leaves the column out. */
export interface MapEntry {
  readonly header: string;
  readonly field: string | null;
}

/** @throws {CliError} on one that is not `Header=field`, or whose field no kind has. */
export const parseMap = (map: readonly string[]): MapEntry[] => map.map(parseEntry);

function parseEntry(given: string): MapEntry {
  // No field has an equals sign, and a header may.
  const at = given.lastIndexOf('=');
  const header = given.slice(0, at).trim();
  if (at < 0 || header === '')
    throw new CliError(`--map: "${given}" is not a header, an equals sign and a field.`, {
      hint: 'As in: --map "Girişim Adı=name", or --map "Not=" to leave a column out.',
    });
  const field = given
    .slice(at + 1)
    .trim()
    .replace(/^\//, '');
  if (field === '') return { header, field: null };
  const fields = [...new Set(KIND_NAMES.flatMap((kind) => Object.keys(FIELDS[kind])))];
  if (fields.includes(field)) return { header, field };
  const near = nearest(field, named(fields));
  throw new CliError(`--map: no field is named "${field}".`, {
    hint: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `The fields are ${fields.join(', ')}.`,
  });
}

/**
 * The fields that `--map` gives to the columns of one file. An entry counts where the file has its header
 * and its kind has the field, since one list is given for several files.
 *
 * @throws {CliError} when two columns of the file are given the same field.
 */
export function givenColumns(
  header: readonly string[],
  kind: Kind,
  entries: readonly MapEntry[],
): Map<number, string | null> {
  const given = new Map<number, string | null>();
  for (const { header: name, field } of entries) {
    if (field !== null && !Object.hasOwn(FIELDS[kind], field)) continue;
    const column = findColumn(name, header);
    if (column < 0) continue;
    const other = field === null ? undefined : [...given].find(([at, taken]) => taken === field && at !== column);
    if (other)
      throw new CliError(`--map: "${header[other[0]]}" and "${header[column]}" are both given the field ${field}.`, {
        hint: 'Each field is in one column. Leave one of the two out.',
      });
    given.set(column, field);
  }
  return given;
}

/** Exactly as written, else by the same words. */
function findColumn(name: string, header: readonly string[]): number {
  const exact = header.indexOf(name);
  return exact >= 0 ? exact : header.findIndex((other) => other !== '' && foldWords(other) === foldWords(name));
}

/**
 * For the command, once all its files are read.
 *
 * @throws {CliError} on an entry of `--map` that no file has used, with the headers nearest to it.
 */
export function requireMapUsed(
  map: readonly string[] | undefined,
  files: readonly { readonly columns: readonly MappedColumn[]; readonly path: string }[],
): void {
  const columns = files.flatMap((file) => file.columns);
  for (const { header, field } of parseMap(map ?? [])) {
    const isUsed = columns.some(
      (column) => column.given && column.field === field && foldWords(column.header) === foldWords(header),
    );
    if (isUsed) continue;
    const headers = columns.map((column) => column.header).filter((name) => name !== '');
    const near = nearest(header, named(headers));
    throw new CliError(
      headers.includes(header)
        ? `--map: "${header}" cannot be ${field} in ${files.map(({ path }) => path).join(' or ')}.`
        : `--map: no column is named "${header}" in ${files.map(({ path }) => path).join(' or ')}.`,
      {
        hint:
          near.length > 0 && !headers.includes(header)
            ? `Did you mean ${near.map((name) => `"${name}"`).join(', ')}?`
            : `The columns are ${[...new Set(headers)].map((name) => `"${name}"`).join(', ')}.`,
      },
    );
  }
}
