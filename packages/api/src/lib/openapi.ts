/**
 * The parts that every route's OpenAPI description is made of. What all routes share (problem documents,
 * headers, links) `reference/` adds.
 *
 * @module
 */
import { z } from '@hono/zod-openapi';

/** A hub's own id of a profile. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/, 'must be 1 to 128 of A–Z a–z 0–9 . _ ~ -');

export const idParam = z.object({ id: idSchema.meta({ param: { in: 'path', name: 'id' }, example: 'agri-17' }) });

export const jsonContent = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
