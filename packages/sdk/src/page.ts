import { z } from 'zod';

/** Options of every list. */
export const pageQueryShape = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ example: 20 }),
  cursor: z
    .string()
    .max(500)
    .optional()
    .meta({ description: '`nextCursor` of the page before', example: 'WyJhZ3JpLTE3Il0' }),
};

/** A page of a list. */
export const pageSchema = <S extends z.ZodType>(item: S, id: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable().meta({ description: 'Of the next page; null on the last one' }),
    })
    .meta({ id });
