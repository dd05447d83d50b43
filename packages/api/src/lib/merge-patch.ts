import { ApiError } from '../errors.ts';

/** Deepest that objects of a patch may be nested: no document that is patched has half as many levels. */
const DEEPEST = 20;

/**
 * Applies a JSON Merge Patch (RFC 7396): null removes, an object is merged, anything else replaces.
 *
 * @throws {ApiError} `invalid_request` when objects are nested more than 20 deep.
 */
export const mergePatch = (target: unknown, patch: unknown): unknown => merged(target, patch, 1);

function merged(target: unknown, patch: unknown, depth: number): unknown {
  if (!isObject(patch)) return patch;
  if (depth > DEEPEST) throw new ApiError('invalid_request', `A patch may be nested at most ${DEEPEST} deep.`);
  const result = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, merged(result.get(name), value, depth + 1));
  }
  return Object.fromEntries(result);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
