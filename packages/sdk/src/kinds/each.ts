/**
 * One schema for each kind, as a union whose types stay those of the kinds.
 *
 * @module
 */
import { z } from 'zod';
import { KIND_NAMES, KINDS, type Kind } from './index.ts';

type SchemaOf<K extends Kind> = (typeof KINDS)[K]['schema'];
type PartOf<K extends Kind> = z.ZodType<Partial<z.output<SchemaOf<K>>>, Partial<z.input<SchemaOf<K>>>>;

/** `{ kind, profile }` of each kind. */
export type KindAndProfile = {
  [K in Kind]: z.ZodObject<{ kind: z.ZodLiteral<K>; profile: SchemaOf<K> }, z.core.$strict>;
}[Kind];

/** The same of a profile that is being written, with the fields `E` beside it. */
export type KindAndPart<E extends z.core.$ZodShape> = {
  [K in Kind]: z.ZodObject<{ kind: z.ZodLiteral<K> } & E & { profile: PartOf<K> }, z.core.$strict>;
}[Kind];

/** The schemas of `{ kind, profile }`, one for each kind. */
export const kindAndProfile = (): readonly [KindAndProfile, ...KindAndProfile[]] =>
  KIND_NAMES.map((kind) =>
    z.strictObject({ kind: z.literal(kind), profile: KINDS[kind].schema }),
  ) as unknown as readonly [KindAndProfile, ...KindAndProfile[]];

/** The same of a profile that is being written. @param fields that stand beside it. @param meta of the profile. */
export const kindAndPart = <E extends z.core.$ZodShape>(
  fields: E,
  meta: z.core.GlobalMeta,
): readonly [KindAndPart<E>, ...KindAndPart<E>[]] =>
  KIND_NAMES.map((kind) =>
    z.strictObject({ kind: z.literal(kind), ...fields, profile: KINDS[kind].schema.partial().meta(meta) }),
  ) as unknown as readonly [KindAndPart<E>, ...KindAndPart<E>[]];
