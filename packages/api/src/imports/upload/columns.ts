import { type ImportMapping, KINDS, type Kind } from '@kopru/sdk/schema';
import { z } from 'zod';
import { ApiError } from '../../errors.ts';
import type { CsvRecord } from './csv.ts';
import { checkedRow, failedRow, type Row, unreadableRow } from './row.ts';

type CellType = 'text' | 'number' | 'boolean' | { readonly list: 'text' | 'number' | 'boolean' };

/** What a column's cells are: the row's id, a field of the profile, or nothing. */
type Column = 'id' | { readonly path: readonly string[]; readonly type: CellType } | null;

/**
 * Reads the header of a CSV upload.
 *
 * @throws {ApiError} `invalid_request` when a column is none that the kind has, or two mean the same.
 */
export function readHeader(names: readonly string[], kind: Kind, mapping: ImportMapping): Column[] {
  const targets = names.map((name) => {
    const own = Object.hasOwn(mapping, name.trim()) ? mapping[name.trim()] : name.trim();
    return own === null || own === undefined || own === 'id' ? (own ?? null) : own.replace(/^\/?/, '/');
  });
  const columns = targets.map((target): Column | undefined => {
    if (target === null || target === 'id') return target;
    const path = target.slice(1).split('/');
    const type = typeAt(KINDS[kind].schema, path);
    return type && { path, type };
  });
  const unknown = names.filter((_, i) => columns[i] === undefined);
  if (unknown.length > 0)
    throw refused(
      'unknown_column',
      `No field of a ${kind} is named ${quoted(unknown)}; map the column, or map it to null.`,
    );
  const missing = Object.keys(mapping).filter((name) => !names.some((n) => n.trim() === name));
  if (missing.length > 0)
    throw refused('missing_column', `The mapping names ${quoted(missing)}, and the header does not.`);
  if (!targets.includes('id'))
    throw refused('missing_column', 'One column must be "id", by its name or by the mapping.');
  const twice = names.filter((_, i) => targets[i] !== null && targets.indexOf(targets[i] as string) !== i);
  if (twice.length > 0)
    throw refused('column_twice', `The field of ${quoted(twice)} stands in another column already.`);
  return columns as Column[];
}

/** The row of a record. An empty cell is a field that is not given. */
export function rowOfRecord({ line, cells, rule }: CsvRecord, columns: readonly Column[], listSeparator: string): Row {
  if (!cells) {
    if (rule === 'csv')
      return failedRow(line, [
        { path: '', rule, message: 'is not CSV: a quote is not closed, or stands within a cell without quotes' },
      ]);
    return unreadableRow({ number: line, text: undefined, rule: rule ?? 'utf8' });
  }
  if (cells.length !== columns.length) {
    const message = `has ${cells.length} cells where the header has ${columns.length}`;
    return failedRow(line, [{ path: '', rule: 'columns', message }]);
  }
  let id: string | undefined;
  const profile: Record<string, unknown> = {};
  for (const [i, column] of columns.entries()) {
    const cell = cells[i]?.trim() ?? '';
    if (cell === '' || column === null) continue;
    if (column === 'id') id = cell;
    else setAt(profile, column.path, readCell(cell, column.type, listSeparator));
  }
  return checkedRow(line, id, profile);
}

/** A cell that is not of its type stays text, so that the schema names the rule that it breaks. */
function readCell(cell: string, type: CellType, listSeparator: string): unknown {
  if (typeof type === 'object')
    return cell
      .split(listSeparator)
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => readCell(item, type.list, listSeparator));
  if (type === 'number' && /^-?\d{1,16}(\.\d+)?$/.test(cell)) return Number(cell);
  if (type === 'boolean' && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  return cell;
}

function setAt(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[key] = value;
  else {
    target[key] ??= {};
    setAt(target[key] as Record<string, unknown>, rest, value);
  }
}

/** What the cells of a field are, by the schema; undefined when there is no such field or it is an object. */
function typeAt(schema: unknown, path: readonly string[]): CellType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return typeAt(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (key !== undefined) {
    if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, key)) return undefined;
    return typeAt(schema.shape[key], rest);
  }
  if (schema instanceof z.ZodObject) return undefined;
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (!(schema instanceof z.ZodArray)) return 'text';
  const list = typeAt(schema.element, []);
  return typeof list === 'string' ? { list } : undefined;
}

const quoted = (names: readonly string[]): string =>
  names
    .slice(0, 10)
    .map((name) => JSON.stringify(name.slice(0, 60)))
    .join(', ');

const refused = (rule: string, message: string): ApiError =>
  new ApiError('invalid_request', message, [{ in: 'body', path: '', rule, message, received: 'string' }]);
