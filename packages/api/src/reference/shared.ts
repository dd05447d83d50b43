/**
 * What operations share in the OpenAPI document: headers and problem documents, each described once.
 *
 * @module
 */
import { PROBLEMS } from '@kopru/sdk/schema';

const text = { type: 'string' } as const;

/** Headers of answers, by their name in `components`. */
export const HEADERS = {
  RequestId: {
    name: 'Request-Id',
    description: 'Finds the request in the log of the deployment',
    schema: { ...text, format: 'uuid' },
    example: '0f8fad5b-d9cb-469f-a165-70867728950e',
  },
  Bookmark: {
    name: 'Kopru-Bookmark',
    description: 'State of the database that the answer was read from or written to',
    schema: text,
    example: '00000001-00000002-00004e5c-0f8fad5bd9cb469fa16570867728950e',
  },
  RateLimitPolicy: {
    name: 'RateLimit-Policy',
    description: 'How many requests of this class (`q`) the key has in so many seconds (`w`)',
    schema: text,
    example: '"reads";q=1200;w=60',
  },
  RateLimit: {
    name: 'RateLimit',
    description: 'How many requests are left (`r`, a hint) until the count begins anew (`t`, in seconds)',
    schema: text,
    example: '"reads";r=1187;t=42',
  },
  RetryAfter: {
    name: 'Retry-After',
    description: 'In how many seconds to send the request again',
    schema: { type: 'integer', minimum: 1 },
    example: 42,
  },
  Allow: {
    name: 'Allow',
    description: 'The methods that the path takes',
    schema: text,
    example: 'GET, HEAD, PUT',
  },
  ETag: {
    name: 'ETag',
    description: 'Names the state that was read or written; for `If-Match` and `If-None-Match`',
    schema: text,
    example: '"17"',
  },
  Location: {
    name: 'Location',
    description: 'Path of what was made',
    schema: { ...text, format: 'uri-reference' },
    example: '/v1/imports/imp_0f8fad5bd9cb469fa16570867728950e',
  },
  IdempotencyReplayed: {
    name: 'Idempotency-Replayed',
    description: 'The answer is that of the first request with this `Idempotency-Key`',
    schema: { ...text, enum: ['true'] },
    example: 'true',
  },
} as const;

export type HeaderName = keyof typeof HEADERS;

/** Headers of an answer, as references. */
export const headers = (...names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [HEADERS[name].name, { $ref: `#/components/headers/${name}` }]));

export const HEADER_COMPONENTS = Object.fromEntries(
  Object.entries(HEADERS).map(([key, { name: _, ...header }]) => [key, header]),
);

export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A name of your own for this write. Sent again under the same key within 24 hours it is done once, and answered as the first time',
  schema: { ...text, pattern: '^[!-~]{1,128}$', maxLength: 128 },
  example: 'c2f1a0de-7d2b-4d0c-9f53-0b1f3d9b8e11',
} as const;

export type ProblemStatus = (typeof PROBLEMS)[keyof typeof PROBLEMS]['status'];

/** Headers of a problem document. A refusal may come before some of them are known. */
const USUAL: readonly HeaderName[] = ['RequestId', 'Bookmark', 'RateLimitPolicy', 'RateLimit'];
const FURTHER: Partial<Record<ProblemStatus, readonly HeaderName[]>> = {
  405: ['Allow'],
  409: ['RetryAfter'],
  429: ['RetryAfter'],
  503: ['RetryAfter'],
};

export const problemKey = (status: ProblemStatus): string => `Problem${status}`;

/** The problem documents, one for each status, with the codes that it can carry. */
export const PROBLEM_COMPONENTS = Object.fromEntries(
  [...new Set(Object.values(PROBLEMS).map(({ status }) => status))].map((status) => {
    const codes = Object.entries(PROBLEMS).filter(([, problem]) => problem.status === status);
    return [
      problemKey(status),
      {
        description: codes.map(([code, { title }]) => `\`${code}\`: ${title}`).join('; '),
        headers: headers(...USUAL, ...(FURTHER[status] ?? [])),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                {
                  type: 'object',
                  properties: {
                    status: { type: 'integer', enum: [status] },
                    code: { ...text, enum: codes.map(([code]) => code) },
                  },
                },
              ],
            },
          },
        },
      },
    ];
  }),
);
