/**
 * What holds for an operation beside what its route says: the middleware in front of all routes answers
 * with problem documents and sets headers, so that they are described here and not in each route.
 *
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { type HeaderName, headers, type ProblemStatus, problemKey } from './shared.ts';

export type Document = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;
type Answer = { headers?: Record<string, unknown>; content?: unknown };

interface Place {
  /** It changes something. */
  readonly writes: boolean;
  /** There is a path for one of the things that this one makes. */
  readonly makesAddressable: boolean;
  /** What can be asked about the thing that this one makes. */
  readonly links: Record<string, object>;
}

/** Describes what the middleware does for an operation. */
export function completeOperation(operation: Operation, place: Place): Operation {
  const { writes } = place;
  const guarded = (operation.security ?? []).length > 0;
  const conditional = headerParameter(operation, /^if-(none-)?match$/);
  const own = Object.entries(operation.responses as Record<string, Answer>).map(([status, answer]) => {
    const names: HeaderName[] = ['RequestId'];
    if (guarded) names.push('RateLimitPolicy', 'RateLimit');
    // Told to hubs and their members, see `middleware/session.ts`.
    if (operation.security?.some((scheme) => 'secretKey' in scheme)) names.push('Bookmark');
    if (guarded && writes) names.push('IdempotencyReplayed');
    if (conditional && status !== '204') names.push('ETag');
    const makes = ['201', '202'].includes(status);
    if (place.makesAddressable && makes) names.push('Location');
    const links = makes && Object.keys(place.links).length > 0 ? { links: place.links } : {};
    return [status, { ...answer, headers: headers(...names), ...links }];
  });
  const problems = problemsOf(operation, writes, guarded).map((status) => [
    status,
    { $ref: `#/components/responses/${problemKey(status)}` },
  ]);
  return {
    ...operation,
    security: operation.security ?? [],
    parameters: [
      ...(operation.parameters ?? []),
      ...(guarded && writes ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    responses: { ...Object.fromEntries(problems), ...Object.fromEntries(own) },
  };
}

/** Statuses of the problem documents that an operation can answer. */
function problemsOf(operation: Operation, writes: boolean, guarded: boolean): ProblemStatus[] {
  if (!guarded) return [500, 503];
  const takesBody = operation.requestBody !== undefined;
  const takesAnything = takesBody || (operation.parameters ?? []).length > 0;
  return [
    ...(takesBody ? ([400, 413, 415] as const) : []),
    401,
    403,
    // A body or a query may name what is not there, as a path does.
    ...(takesAnything ? ([404] as const) : []),
    ...(writes ? ([409] as const) : []),
    ...(headerParameter(operation, /^if-match$/) ? ([412] as const) : []),
    ...(takesAnything || writes ? ([422] as const) : []),
    429,
    500,
    503,
  ];
}

const headerParameter = ({ parameters = [] }: Operation, name: RegExp): boolean =>
  parameters.some((parameter) => 'in' in parameter && parameter.in === 'header' && name.test(parameter.name));
