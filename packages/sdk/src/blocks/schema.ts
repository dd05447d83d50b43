import { z } from 'zod';
import {
  KIND_WITH_ID,
  kindWithId,
  knownPartySchema,
  ownerQueryShape,
  profileRefSchema,
} from '../introductions/schema.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

export const blockRequestSchema = z
  .strictObject({
    owner: profileRefSchema.meta({ description: 'Who blocks: a profile of this hub; for a viewer its own' }),
    blocked: profileRefSchema.meta({ description: 'Whose requests it does not want' }),
  })
  .meta({
    id: 'BlockRequest',
    example: { owner: { kind: 'investor', id: 'fund-3' }, blocked: { kind: 'startup', id: 'agri-17' } },
  });

export const blockSchema = z
  .object({ id: z.string(), owner: knownPartySchema, blocked: knownPartySchema, createdAt: z.iso.datetime() })
  .meta({ id: 'Block', description: 'Known to its owner and the owner’s hub alone' });

export type BlockView = z.output<typeof blockSchema>;

export const blockQuerySchema = z
  .strictObject({ ...pageQueryShape, ...ownerQueryShape })
  .refine(kindWithId, KIND_WITH_ID);

export type BlockQuery = z.output<typeof blockQuerySchema>;

export const blockPageSchema = pageSchema(blockSchema, 'BlockPage');
