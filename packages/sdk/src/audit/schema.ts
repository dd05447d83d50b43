import { z } from 'zod';
import { KIND_NAMES } from '../kinds/index.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

/** One line of the audit log: who did what, when, from where. Ids and codes only. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    action: z.string().meta({ description: 'Noun and verb', example: 'profile.updated' }),
    actor: z
      .object({
        kind: z.string().meta({ example: 'secret' }),
        id: z
          .string()
          .optional()
          .meta({ description: 'Of the key or the job; not told in the export of a profile, unless its owner acted' }),
        profile: z
          .object({ kind: z.enum(KIND_NAMES), id: z.string() })
          .optional()
          .meta({ description: 'The profile that a viewer spoke for' }),
        from: z.string().optional().meta({ description: 'Network of the caller', example: '203.0.113.0/24' }),
      })
      .meta({ id: 'AuditActor' }),
    subject: z.object({ kind: z.string(), id: z.string() }).nullable().meta({ description: 'What it was done to' }),
    details: z.record(z.string(), z.unknown()).nullable(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

export type AuditEntry = z.output<typeof auditEntrySchema>;

export const auditPageSchema = pageSchema(auditEntrySchema, 'AuditPage');

export const auditQuerySchema = z.strictObject({
  ...pageQueryShape,
  action: z.string().min(1).max(100).optional().meta({ example: 'profile.updated' }),
  subject: z
    .string()
    .regex(/^[a-z_-]+:.+$/, 'must be a kind, a colon and an id')
    .max(200)
    .optional()
    .meta({ description: 'Kind and id', example: 'startup:agri-17' }),
  since: z.iso
    .datetime()
    .optional()
    .meta({ description: 'Only what was done at or after this time', example: '2026-11-01T00:00:00Z' }),
});

export type AuditQuery = z.output<typeof auditQuerySchema>;
