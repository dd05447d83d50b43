import { z } from 'zod';
import { auditEntrySchema } from '../audit/schema.ts';
import { KIND_NAMES, KINDS, type Kind } from '../kinds/index.ts';
import { countrySchema, languageSchema, PROFILE_STATUSES } from '../kinds/profile.ts';
import { pageQueryShape, pageSchema, queryNumber } from '../page.ts';

const capitalised = (kind: Kind): string => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;

const storedOf = (kind: Kind) =>
  z
    .object({
      kind: z.literal(kind),
      id: z.string(),
      profile: KINDS[kind].schema,
      lang: languageSchema
        .nullable()
        .meta({ description: 'Of the text, stated or detected; null when not to be told' }),
      version: z.int().meta({ description: 'Counts the writes of this profile, from 1' }),
      sequence: z.int().meta({ description: 'Number of its last write in its hub; also its ETag' }),
      createdAt: z.iso.datetime(),
      updatedAt: z.iso.datetime(),
    })
    .meta({ id: `Stored${capitalised(kind)}` });

const STORED = Object.fromEntries(KIND_NAMES.map((kind) => [kind, storedOf(kind)])) as Record<
  Kind,
  ReturnType<typeof storedOf>
>;

/** A profile of a kind as it is stored: as its owner sent it, with what the hub counts. */
export const storedProfileSchema = (kind: Kind) => STORED[kind];

/** A page of profiles of a kind. */
export const profilePageSchema = (kind: Kind) => pageSchema(STORED[kind], `${capitalised(kind)}Page`);

/** Filters of a list of profiles; all that are given hold. */
export const profileQuerySchema = z.strictObject({
  ...pageQueryShape,
  status: z.enum(PROFILE_STATUSES).optional().meta({ example: 'active' }),
  country: countrySchema.optional().meta({ example: 'KZ' }),
  sector: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'A sector as it was stated: code or free text', example: 'irrigation' }),
  updatedSince: z.iso
    .datetime()
    .optional()
    .meta({ description: 'Only what was written at or after this time', example: '2026-11-01T00:00:00Z' }),
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Part of the name, in letters of either case', example: 'топырақ' }),
});

export type ProfileQuery = z.output<typeof profileQuerySchema>;

/** A change of a profile in JSON Merge Patch (RFC 7396): null removes a field, an object is merged, anything else replaces. */
export const profilePatchSchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'ProfilePatch', example: { country: 'UZ', website: null } });

/** Version of the form in which data is exported. */
export const EXPORT_FORMAT = 1;

/** Everything that a hub keeps about one profile. */
export const profileExportSchema = (kind: Kind) =>
  z
    .object({
      format: z.literal(EXPORT_FORMAT),
      exportedAt: z.iso.datetime(),
      profile: STORED[kind].nullable().meta({ description: 'Null: it only waits in an upload' }),
      audit: z.array(auditEntrySchema).meta({ description: 'What was done to the profile and by its owner' }),
      records: z
        .record(z.string(), z.array(z.unknown()))
        .meta({ description: 'What else is kept about it, by the type of the export’s lines' }),
    })
    .meta({ id: `${capitalised(kind)}Export` });

/** Profiles that were deleted and not written again, for copies that must drop them. */
export const deletionPageSchema = z
  .object({
    items: z.array(z.object({ kind: z.enum(KIND_NAMES), id: z.string(), sequence: z.int() })),
    after: z.int().meta({ description: 'Send it as `after` next time' }),
    more: z.boolean().meta({ description: 'There are more right now' }),
  })
  .meta({ id: 'DeletionPage' });

export const exportQuerySchema = z.strictObject({
  cursor: z.string().max(2000).optional().meta({
    description:
      'That of the last line `cursor` of an export that was cut off, or of one that ended with it, within a day',
    example: '1.q3Jx0Q5hV8m1Zk7A.9w',
  }),
});

export const deletionQuerySchema = z.strictObject({
  after: queryNumber(z.number().int().min(0))
    .default(0)
    .meta({ description: 'Sequence of the last deletion that was seen', example: 17 }),
  limit: queryNumber(z.number().int().min(1).max(1000)).default(200).meta({ example: 200 }),
});
