/**
 * The OpenAPI document as the tests of the contract read it.
 *
 * @module
 */
import { z } from 'zod';
import { call } from './hub.ts';

export interface Media {
  readonly schema: unknown;
  readonly example?: unknown;
}

export interface Answer {
  readonly headers?: Record<string, unknown>;
  readonly content?: Record<string, Media>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly example?: unknown };
  readonly example?: unknown;
}

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: Record<string, string[]>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, Answer>;
}

export const { json: document } = await call('GET', '/openapi.json');

/** What a reference stands for; anything else as it is. */
export function resolved(value: unknown): unknown {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value;
  const [, ...steps] = $ref.split('/');
  return steps.reduce((part, step) => part?.[step], document);
}

export const OPERATIONS = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Operation => ({
        ...operation,
        path,
        method: method.toUpperCase(),
        parameters: (operation.parameters ?? []).map((parameter) => resolved(parameter) as Parameter),
        responses: Object.fromEntries(
          Object.entries(operation.responses).map(([status, answer]) => [status, resolved(answer) as Answer]),
        ),
      }),
    ),
);

/** The example of a media type or a parameter: its own, or that of its schema. */
export const exampleOf = ({ schema, example }: Media): unknown =>
  example ?? (resolved(schema) as { example?: unknown }).example;

/** A zod schema of a JSON Schema of the document. An object holds nothing that is not described. */
export const schemaOf = (schema: unknown): z.ZodType =>
  z.fromJSONSchema({ ...(within(schema) as object), $defs: DEFS } as never, { registry: z.registry() });

/** With references as they are within one JSON Schema, and every object closed. */
function within(value: unknown, part?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => within(item, part));
  if (typeof value !== 'object' || value === null) return value;
  const schema: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' ? String(inner).replace('#/components/schemas/', '#/$defs/') : within(inner, key),
    ]),
  );
  // A part of allOf describes some of the fields.
  const closes = schema.type === 'object' && schema.properties !== undefined && part !== 'allOf';
  return closes && schema.additionalProperties === undefined ? { ...schema, additionalProperties: false } : schema;
}

const DEFS = within(document.components.schemas);
