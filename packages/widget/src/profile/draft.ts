/**
 * What was written and not saved, kept in the browser.
 *
 * @module
 */
import type { Owner } from '../lib/owner.ts';
import { changedIn, type Value, type Values } from './values.ts';

export interface Draft {
  /** The values that differ from the profile that was read. */
  readonly values: Values;
  /** `sequence` of that profile; null where there was none. */
  readonly sequence: number | null;
  /** When it was last written, in ISO 8601. */
  readonly at: string;
}

/** Of whom, and at which API: never the key or the token. */
export const draftKey = (api: string, { kind, id }: Owner): string => `kopru-draft ${api} ${kind}/${id}`;

/** How to reach somebody is not left lying in a browser that others may use. */
const isKept = (leaf: string): boolean => !leaf.startsWith('/contact/');

/** Keeps what differs, or forgets the draft where nothing does. @returns whether something is kept. */
export function keepDraft(key: string, before: Values, after: Values, sequence: number | null): boolean {
  const changed = changedIn(before, after).filter(isKept);
  if (changed.length === 0) {
    dropDraft(key);
    return false;
  }
  const values = Object.fromEntries(changed.map((leaf) => [leaf, after[leaf] as Value]));
  const draft: Draft = { values, sequence, at: new Date().toISOString() };
  return withStorage((storage) => {
    storage.setItem(key, JSON.stringify(draft));
    return true;
  }, false);
}

/** The draft that is kept; undefined where there is none that can be read. */
export function readDraft(key: string, known: Values): Draft | undefined {
  return withStorage((storage) => {
    const draft = JSON.parse(storage.getItem(key) ?? 'null') as Draft | null;
    if (typeof draft?.values !== 'object' || typeof draft.at !== 'string') return undefined;
    // A form of another version may have had other fields, or other kinds of value in them.
    const values = Object.entries(draft.values).filter(([leaf, value]) => isAlike(known[leaf], value));
    return values.length === 0 ? undefined : { ...draft, values: Object.fromEntries(values) };
  }, undefined);
}

const isAlike = (known: Value | undefined, value: unknown): boolean =>
  typeof known === typeof value &&
  Array.isArray(known) === Array.isArray(value) &&
  (!Array.isArray(value) || value.every((item) => typeof item === 'string'));

export const dropDraft = (key: string): void => withStorage((storage) => storage.removeItem(key), undefined);

/** A page may have no storage, or a full one: the form works without. */
function withStorage<T>(use: (storage: Storage) => T, otherwise: T): T {
  try {
    return use(localStorage);
  } catch {
    return otherwise;
  }
}
