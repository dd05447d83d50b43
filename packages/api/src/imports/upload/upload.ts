import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type ImportQuery, importMappingSchema } from '@kopru/sdk/schema';
import { ApiError } from '../../errors.ts';
import { isGuardFailure } from '../../lib/guard.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { MAX_BODY } from '../../middleware/json-body.ts';
import { beginImport, discardUpload, endUpload, getImport, type StoredImport, storeRows } from '../store.ts';
import { readHeader, rowOfRecord } from './columns.ts';
import { readRecords } from './csv.ts';
import { type Line, readLines } from './lines.ts';
import { readNdjson } from './ndjson.ts';
import type { Row } from './row.ts';

/** Most rows of one import. */
const MAX_ROWS = 100_000;

/** Largest upload, in bytes. */
const MAX_UPLOAD = 200 * 1024 * 1024;

/** Rows are stored in transactions of about so many characters and at most so many rows. */
const BATCH_TEXT = 400_000;
const BATCH_ROWS = 1_000;

export type ImportFormat = 'ndjson' | 'csv';

export interface Upload {
  /** Id of the import: it follows from the Idempotency-Key. */
  readonly id: string;
  readonly hubId: string;
  readonly query: ImportQuery;
  readonly format: ImportFormat;
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * Stores the rows of an upload as they arrive and lets the import run. An upload that breaks off is
 * left in the state `receiving` and begun anew when it is sent again; one that is here already is
 * read to its end and answered with what there is, if it is the same.
 *
 * @param act records who imports.
 * @throws {ApiError} when the upload as a whole is refused; then nothing is left of it.
 */
export async function receiveUpload(
  db: Queryable,
  upload: Upload,
  act: D1PreparedStatement,
  clock: () => Date,
): Promise<{ stored: StoredImport; replayed: boolean }> {
  const { id, hubId, query, format } = upload;
  const rowsOf = readerOf(query, format);
  const lease = crypto.randomUUID();
  const request = JSON.stringify([query, format]);
  const stored = await beginImport(db, { id, hubId, kind: query.kind, request }, lease, clock());
  const bytes = meter(upload.body);
  if (stored.lease !== lease) {
    if (stored.request === request) for await (const _ of bytes.chunks);
    if (stored.request !== request || stored.digest !== (await bytes.digest()))
      throw new ApiError('idempotency_key_reused', 'This Idempotency-Key was sent with another upload before.');
    return { stored, replayed: true };
  }
  try {
    const count = await storeAll(db, stored, rowsOf(readLines(bytes.chunks, MAX_BODY)), clock);
    if (count === 0) throw new ApiError('invalid_request', 'The upload holds no row.');
    await db.batch([...endUpload(db, stored, await bytes.digest(), clock()), act]);
  } catch (error) {
    if (error instanceof ApiError) await discardUpload(db, stored).run();
    if (isGuardFailure(error)) throw new ApiError('conflict', 'This upload was cancelled, or sent again meanwhile.');
    throw error;
  }
  return { stored: (await getImport(db, hubId, id)) as StoredImport, replayed: false };
}

async function storeAll(
  db: Queryable,
  stored: StoredImport,
  rows: AsyncIterable<Row>,
  clock: () => Date,
): Promise<number> {
  let batch: Row[] = [];
  let size = 0;
  let count = 0;
  for await (const row of rows) {
    if (++count > MAX_ROWS)
      throw new ApiError('payload_too_large', `An import holds at most ${MAX_ROWS} rows; send the rest as another.`);
    const length = 'body' in row ? row.body.length : 0;
    if (batch.length === BATCH_ROWS || (batch.length > 0 && size + length > BATCH_TEXT)) {
      await storeRows(db, stored, batch, clock());
      batch = [];
      size = 0;
    }
    batch.push(row);
    size += length;
  }
  if (batch.length > 0) await storeRows(db, stored, batch, clock());
  return count;
}

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** @throws {ApiError} `invalid_request` on a mapping that is none. */
function readerOf(query: ImportQuery, format: ImportFormat): (lines: AsyncIterable<Line>) => AsyncIterable<Row> {
  if (format === 'ndjson') return readNdjson;
  const mapping = readMapping(query.mapping);
  return async function* (lines) {
    let columns: ReturnType<typeof readHeader> | undefined;
    for await (const record of readRecords(lines, DELIMITERS[query.delimiter], MAX_BODY)) {
      if (columns) yield rowOfRecord(record, columns, query.listSeparator);
      else if (record.cells) columns = readHeader(record.cells, query.kind, mapping);
      else throw new ApiError('invalid_request', 'The first line is not a CSV header in UTF-8.');
    }
  };
}

function readMapping(text: string | undefined) {
  if (text === undefined) return {};
  try {
    return importMappingSchema.parse(JSON.parse(text));
  } catch {
    const message = 'must be a JSON object from column names to "id", a JSON Pointer or null';
    throw new ApiError('invalid_request', `mapping ${message}.`, [
      { in: 'query', path: '/mapping', rule: 'format', message, received: 'string' },
    ]);
  }
}

/** The chunks of a body, with a limit on their sum and their SHA-256, which is there once all were read. */
function meter(body: ReadableStream<Uint8Array> | null) {
  const hash = new crypto.DigestStream('SHA-256');
  const writer = hash.getWriter();
  let bytes = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body ?? []) {
      bytes += chunk.length;
      if (bytes > MAX_UPLOAD) throw new ApiError('payload_too_large', `An upload is at most ${MAX_UPLOAD} bytes.`);
      await writer.write(chunk);
      yield chunk;
    }
  }
  return {
    chunks: chunks(),
    async digest(): Promise<string> {
      await writer.close();
      return Array.from(new Uint8Array(await hash.digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}
