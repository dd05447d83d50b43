import { z } from 'zod';
import { pageQueryShape, pageSchema } from '../page.ts';
import { emailSchema } from '../subscriptions/schema.ts';

const SUPPRESSION_REASONS = ['unsubscribed', 'bounced', 'complained', 'staff'] as const;

export const newSuppressionSchema = z
  .strictObject({ email: emailSchema })
  .meta({ id: 'NewSuppression', example: { email: 'aida@fund.example' } });

export const suppressionSchema = z
  .object({
    id: z.string().meta({ description: 'A hash of the address, which is not kept' }),
    reason: z.enum(SUPPRESSION_REASONS),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Suppression' });

/** An address that gets no more mail of the hub. */
export type Suppression = z.output<typeof suppressionSchema>;

export const suppressionQuerySchema = z.strictObject({
  ...pageQueryShape,
  email: emailSchema.optional().meta({ description: 'Only this address', example: 'aida@fund.example' }),
});

export type SuppressionQuery = z.output<typeof suppressionQuerySchema>;

export const suppressionPageSchema = pageSchema(suppressionSchema, 'SuppressionPage');
