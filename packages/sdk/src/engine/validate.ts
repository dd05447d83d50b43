import type { z } from 'zod';
import { KINDS, type Kind, type ProfileOf } from '../kinds/index.ts';

/** One thing that is wrong with an input: where, which rule, and what stood there. */
export interface Issue {
  /** JSON Pointer (RFC 6901) to the value, `''` for the whole. */
  readonly path: string;
  /** The rule that was broken: `required`, `type`, `unknown_field`, `one_of`, `minimum`, `maximum`, `format`, or a rule of the schema such as `min_not_above_max`. */
  readonly rule: string;
  /** The rule in words. */
  readonly message: string;
  /** What kind of value stood there; never the value itself, which may be private. */
  readonly received: 'missing' | 'null' | 'array' | 'object' | 'string' | 'number' | 'boolean';
}

export type Validated<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: Issue[] };

/** Checks any value against a schema. */
export function validate<S extends z.ZodType>(schema: S, value: unknown): Validated<z.output<S>> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: issuesOf(result.error, value) };
}

/** Checks an unknown value as a profile of a kind. Nothing is repaired and nothing is dropped: an unknown field is an issue. */
export function validateProfile<K extends Kind>(kind: K, value: unknown): Validated<ProfileOf<K>> {
  return validate(KINDS[kind].schema, value) as Validated<ProfileOf<K>>;
}

/** Issues with paths, from zod's error and the value that it was raised on. */
export function issuesOf(error: z.ZodError, value: unknown): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        toIssue([...issue.path, key], value, 'unknown_field', 'is not a field of this schema'),
      );
    }
    return [toIssue(issue.path, value, ...ruleOf(issue, at(value, issue.path) === undefined))];
  });
}

function toIssue(path: readonly PropertyKey[], value: unknown, rule: string, message: string): Issue {
  const pointer = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { path: pointer, rule, message, received: kindOf(at(value, path)) };
}

/** A longer list of allowed values is named by the schema's description, not spelled out. */
const LISTED_VALUES = 24;

function ruleOf(issue: z.core.$ZodIssue, missing: boolean): [rule: string, message: string] {
  if (missing && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return ['required', 'is required'];
  switch (issue.code) {
    case 'invalid_type':
      return ['type', `must be ${issue.expected}`];
    case 'invalid_value':
      return issue.values.length > LISTED_VALUES
        ? ['one_of', `is not one of the ${issue.values.length} known values`]
        : ['one_of', `must be one of ${issue.values.map(String).join(', ')}`];
    case 'too_small':
      return [
        'minimum',
        `must be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}${unit(issue.origin)}`,
      ];
    case 'too_big':
      return [
        'maximum',
        `must be ${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}${unit(issue.origin)}`,
      ];
    case 'invalid_format':
      return ['format', issue.format === 'regex' ? issue.message : `must be a valid ${issue.format}`];
    case 'custom':
      return [String(issue.params?.rule ?? 'custom'), issue.message];
    default:
      return [issue.code, issue.message];
  }
}

const unit = (origin: string): string => (origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '');

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );

function kindOf(value: unknown): Issue['received'] {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as Issue['received'];
}
