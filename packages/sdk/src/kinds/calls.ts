import { z } from 'zod';
import { textSchema } from './profile.ts';

const daySchema = z.iso.date();

/** One round of applications, as `Call` of the facets has it. */
export const callSchema = z
  .strictObject({
    name: textSchema(100)
      .refine((name) => !/[;\r\n]/.test(name), {
        error: 'holds a semicolon or a line break: a call stands in one line of a table',
        params: { rule: 'one_line' },
      })
      .meta({ description: 'By which applications name it; unlike that of the other calls' }),
    opensOn: daySchema.optional().meta({ description: 'The first day on which applications are taken' }),
    closesOn: daySchema.optional().meta({ description: 'The last day on which they are taken' }),
    startsOn: daySchema.optional().meta({ description: 'The day on which its cohort begins' }),
    capacity: z.int().min(1).max(100_000).optional().meta({ description: 'How many can be admitted' }),
  })
  .refine(({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn, {
    error: 'opensOn must not be after closesOn',
    path: ['opensOn'],
    params: { rule: 'opens_before_closes' },
  })
  .meta({ id: 'Call', description: 'One round of applications; a day that is not given is not known' });

export const callsSchema = z
  .array(callSchema)
  .min(1)
  .max(20)
  .refine((calls) => new Set(calls.map(({ name }) => name)).size === calls.length, {
    error: 'two calls have the same name: applications could not tell them apart',
    params: { rule: 'names_differ' },
  })
  .meta({
    description: 'When applications are taken. A programme without calls is open as far as is known',
  });
