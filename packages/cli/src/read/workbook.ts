import readWorkbook, { type CellValue, type Sheet } from 'read-excel-file/node';
import { CliError } from '../terminal/exit.ts';
import type { Cells } from './csv.ts';

/**
 * The rows of a sheet, with every value as plain text.
 *
 * @param wanted name or number of the sheet, from 1. @default the first that holds anything
 * @throws {CliError} when the workbook cannot be read, or has no such sheet.
 */
export async function readSheet(
  bytes: Uint8Array,
  path: string,
  wanted?: string,
): Promise<{ sheet: string; rows: Cells[] }> {
  let sheets: Sheet[];
  try {
    sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw new CliError(`${path}: it is damaged, or is no workbook (XLSX).`, {
      hint: 'Open it in a spreadsheet and save it again as XLSX, or as CSV.',
      cause,
    });
  }
  const found =
    wanted === undefined
      ? (sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ?? sheets[0])
      : (sheets.find(({ sheet }) => sheet === wanted) ?? sheets[Number(wanted) - 1]);
  if (!found) {
    const names = sheets.map(({ sheet }) => `"${sheet}"`).join(', ');
    throw new CliError(`${path}: there is no sheet "${wanted}".`, { hint: `Its sheets are ${names}.` });
  }
  return { sheet: found.sheet, rows: found.data.map((row, i) => ({ line: i + 1, cells: row.map(textOf) })) };
}

function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

/** A number without exponent, and without the traces of binary arithmetic. */
const numberText = (value: number): string =>
  Number(value.toPrecision(15)).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 });
