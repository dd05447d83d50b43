import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from './problem-codes.ts';

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

const issueSchema = z
  .object({
    in: z.enum(['body', 'query', 'path', 'header']).meta({ description: 'Which part of the request' }),
    path: z.string().meta({ description: 'JSON Pointer (RFC 6901) within that part', example: '/raise/amount' }),
    rule: z.string().meta({ example: 'minimum' }),
    message: z.string().meta({ example: 'must be above 0' }),
    received: z.enum(['missing', 'null', 'array', 'object', 'string', 'number', 'boolean']),
  })
  .meta({ id: 'Issue', description: 'One broken rule: where, which, and what kind of value stood there' });

/** The RFC 9457 document that every error answers. */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:kopru:problem:invalid_request' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    detail: z.string(),
    requestId: z.string(),
    issues: z.array(issueSchema).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problemSchema>;
