/**
 * Types of what goes over the wire, made from the schemas, which are erased when this is built.
 *
 * @module
 */
import type { z } from 'zod';
import type { KINDS, Kind } from './kinds/index.ts';

/** A profile as it is sent: what has a default may be left out. */
export type ProfileInput<K extends Kind = Kind> = z.input<(typeof KINDS)[K]['schema']>;

/** A profile of the hub, by the id that the hub gave it. */
export interface ProfileRef<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
}

/** The options of a list, all of which may be left out. */
export type Query<S extends z.ZodType> = { readonly [F in keyof z.output<S>]?: z.output<S>[F] | undefined };

/** Where to begin in a list, and how much to ask for at once. */
export interface PageQuery {
  /** Items of a page, 1 to 200. @default 50 */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. @default the first page */
  readonly cursor?: string | undefined;
}

/** A JSON Merge Patch (RFC 7396): null removes a field, an object is merged, anything else replaces. */
export type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [F in keyof T]?: MergePatch<T[F]> | null }
    : T;
