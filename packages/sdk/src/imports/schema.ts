import { z } from 'zod';
import { KIND_NAMES } from '../kinds/index.ts';
import { pageSchema } from '../page.ts';

const kindSchema = z.enum(KIND_NAMES);

/** What comes with an upload, beside its content type. */
export const importQuerySchema = z.strictObject({
  kind: kindSchema.meta({ description: 'Kind of every row', example: 'startup' }),
  mapping: z.string().max(10_000).optional().meta({
    description:
      'CSV: a JSON object from column names to `id`, to a JSON Pointer into the profile, or to null for a column to be left out. A column that is not named here is taken by its own name: `id`, `name`, `raise/amount`',
    example: '{"No":"id","Company":"/name","What it does":"/pitch","Notes":null}',
  }),
  delimiter: z
    .enum(['comma', 'semicolon', 'tab'])
    .default('comma')
    .meta({ description: 'CSV: what parts the columns', example: 'semicolon' }),
  listSeparator: z
    .string()
    .length(1)
    .default('|')
    .meta({ description: 'CSV: what parts the items of a list within one cell', example: '|' }),
});

export type ImportQuery = z.output<typeof importQuerySchema>;

/** Column name → `id`, JSON Pointer of a field, or null. */
export const importMappingSchema = z.record(
  z.string(),
  z.union([z.literal('id'), z.string().startsWith('/'), z.null()]),
);

export type ImportMapping = z.output<typeof importMappingSchema>;

/** A line of an NDJSON upload. */
export const importRowSchema = z
  .strictObject({
    id: z.string().meta({ description: 'Your own id of the profile', example: 'agri-17' }),
    profile: z.unknown().meta({ description: 'The profile, as in `PUT`' }),
  })
  .meta({
    id: 'ImportRow',
    example: { id: 'agri-17', profile: { name: 'Топырақ', pitch: 'Топырақтың тұздылығын өлшейтін зондтар.' } },
  });

const IMPORT_STATES = ['receiving', 'queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const count = z.int().min(0);
const time = z.iso.datetime();

/** An import and how far it is. */
export const importSchema = z
  .object({
    id: z.string().meta({ example: 'imp_0f8fad5bd9cb469fa16570867728950e' }),
    kind: kindSchema,
    state: z.enum(IMPORT_STATES).meta({
      description:
        '`receiving`: the upload has not ended; one that broke off stays so, never runs and is removed after a day. `failed`: an error on our side stopped it; resume it',
    }),
    rows: z.object({
      received: count.meta({ description: 'Rows of the upload, good and bad' }),
      imported: count.meta({ description: 'Rows written as a profile' }),
      unchanged: count.meta({ description: 'Rows whose profile was there already, just so' }),
      superseded: count.meta({ description: 'Rows left out since a later row has the same id' }),
      failed: count.meta({ description: 'Rows that break a rule; see the report' }),
    }),
    rowsPerSecond: z.number().min(0).nullable().meta({ description: 'Since the first row; null before' }),
    createdAt: time,
    startedAt: time.nullable(),
    finishedAt: time.nullable(),
  })
  .meta({ id: 'Import' });

export type Import = z.output<typeof importSchema>;
export const importPageSchema = pageSchema(importSchema, 'ImportPage');

/** A line of the report. It never holds the value that broke the rule. */
export const importIssueSchema = z
  .object({
    line: z.int().min(1).meta({ description: 'Line of the upload on which the row begins' }),
    level: z.enum(['error', 'warning']).meta({ description: 'A row with an error is not imported' }),
    path: z.string().meta({ description: 'JSON Pointer (RFC 6901) within the profile', example: '/raise/amount' }),
    rule: z.string().meta({ example: 'minimum' }),
    message: z.string().meta({ example: 'must be above 0' }),
  })
  .meta({ id: 'ImportIssue' });

export type ImportIssue = z.output<typeof importIssueSchema>;
