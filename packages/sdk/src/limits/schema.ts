import { z } from 'zod';
import { kindAndPart } from '../kinds/each.ts';
import { KIND_NAMES } from '../kinds/index.ts';

const idSchema = z.string().min(1).max(128).optional().meta({
  description:
    'Id of the stored profile that this is a change of: what its text says of its sectors is then known. A viewer’s own when absent',
  example: 'fund-3',
});

const seeksSchema = z.enum(KIND_NAMES).optional().meta({
  description: 'Of which kind candidates are counted; without it the first that `kind` is paired with',
});

const described = { description: 'The profile, or as much of it as is written; only its limits are read' };

/** A profile that is being written, of which the limits are asked about. */
export const limitsRequestSchema = z
  .discriminatedUnion('kind', kindAndPart({ id: idSchema, seeks: seeksSchema }, described))
  .meta({
    id: 'LimitsRequest',
    example: { kind: 'investor', profile: { stages: ['seed'], ticket: { min: 100_000, currency: 'USD' } } },
  });

export type LimitsRequest = z.output<typeof limitsRequestSchema>;

/** How many candidates pass, and what each limit costs. */
export const limitsSchema = z
  .object({
    kind: z.enum(KIND_NAMES).meta({ description: 'Of the profile whose limits they are' }),
    eligible: z.int().min(0).meta({ description: 'Candidates that pass all limits, in the list or beyond its end' }),
    limits: z
      .array(
        z.object({
          gate: z.string().meta({ example: 'ticket' }),
          path: z.string().meta({ description: 'JSON Pointer to the field in the profile', example: '/ticket/min' }),
          blocks: z.int().min(0).meta({
            description:
              'Candidates that would be added if this limit alone were lifted, as far as who asks may be told',
          }),
        }),
      )
      .meta({ description: 'Every limit that is stated' }),
  })
  .meta({ id: 'Limits' });

export type Limits = z.output<typeof limitsSchema>;
