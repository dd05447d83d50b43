import { z } from 'zod';

/** A number as a query string carries it. Nothing between `=` and `&` is no number, and not 0. */
export const queryNumber = <S extends z.ZodType>(of: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value), of);

/** Options of every list. */
export const pageQueryShape = {
  limit: queryNumber(z.number().int().min(1).max(200)).default(50).meta({ example: 20 }),
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
