/**
 * Puts null right in JSON Schemas: the generator makes a nullable enum or reference one that null does
 * not satisfy, and lets null stand where a query string cannot hold it.
 *
 * @module
 */

type Json = unknown;
type JsonObject = Record<string, Json>;

/** A copy of a part of the document in which every nullable schema takes null. */
export function mendNullable(value: Json): Json {
  if (Array.isArray(value)) return value.map(mendNullable);
  if (!isObject(value)) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mendNullable(part)]));
  if (Array.isArray(schema.allOf) && schema.allOf.length === 2 && takesNull(schema.allOf[1])) {
    const { allOf, ...rest } = schema;
    return { anyOf: [(allOf as Json[])[0], { type: 'null' }], ...rest };
  }
  if (takesNull(schema) && Array.isArray(schema.enum) && !schema.enum.includes(null))
    return { ...schema, enum: [...schema.enum, null] };
  return schema;
}

/** A schema of a parameter, which is text and never null. */
export function withoutNull(schema: Json): Json {
  if (!isObject(schema) || !takesNull(schema)) return schema;
  const types = (schema.type as string[]).filter((type) => type !== 'null');
  return { ...schema, type: types.length === 1 ? types[0] : types };
}

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null;

const takesNull = (schema: Json): boolean =>
  isObject(schema) && Array.isArray(schema.type) && schema.type.includes('null');
