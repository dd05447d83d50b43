/** Values of a profile by JSON Pointer (RFC 6901). No name of a field holds a `~` or a `/`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const namesOf = (path: string): readonly string[] => path.split('/').slice(1);

/** The value at a pointer; undefined where there is none. */
export const valueAt = (object: JsonObject, path: string): Json | undefined =>
  namesOf(path).reduce<Json | undefined>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    object,
  );

/** The object with a value at a pointer, or without one where it is undefined. What is left empty by that goes too. */
export function withValue(object: JsonObject, path: string, value: Json | undefined): JsonObject {
  const [name = '', ...rest] = namesOf(path);
  const inner = object[name];
  const next = rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, `/${rest.join('/')}`, value);
  const { [name]: _, ...others } = object;
  const isGone = next === undefined || (rest.length > 0 && isObject(next) && Object.keys(next).length === 0);
  return isGone ? others : { ...object, [name]: next };
}

/** A JSON Merge Patch (RFC 7396) that makes one object of another. Null of `after` cannot be said by it. */
export function patchOf(before: JsonObject, after: JsonObject): JsonObject {
  const patch: Record<string, Json> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[name], after[name]];
    if (now === undefined) patch[name] = null;
    else if (isObject(old) && isObject(now)) {
      const inner = patchOf(old, now);
      if (Object.keys(inner).length > 0) patch[name] = inner;
    } else if (JSON.stringify(old) !== JSON.stringify(now)) patch[name] = now;
  }
  return patch;
}
