/**
 * The parts that every route's OpenAPI description is made of.
 *
 * @module
 */
import { z } from '@hono/zod-openapi';
import { PROBLEMS, problemSchema } from '@kopru/sdk/schema';

const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/, 'must be 1 to 128 of A–Z a–z 0–9 . _ ~ -');

export const idParam = z.object({ id: idSchema.meta({ param: { in: 'path', name: 'id' }, example: 'agri-17' }) });

export const jsonContent = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});

type Status = (typeof PROBLEMS)[keyof typeof PROBLEMS]['status'];

/** The problem documents that a route may answer, by status. */
function problems<T extends Status>(...statuses: T[]) {
  const entry = (status: T) => {
    const codes = Object.entries(PROBLEMS).filter(([, problem]) => problem.status === status);
    return {
      description: codes.map(([code, { title }]) => `\`${code}\`: ${title}`).join('; '),
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  };
  return Object.fromEntries(statuses.map((status) => [status, entry(status)])) as Record<T, ReturnType<typeof entry>>;
}

/** What a read may answer. */
export const READ_PROBLEMS = problems(401, 403, 404, 422, 429);

/** What a write may answer. */
export const WRITE_PROBLEMS = problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 429);
