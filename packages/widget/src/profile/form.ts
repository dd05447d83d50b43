/**
 * What a form is made of. The fields are generated from the schemas of the API (`scripts/forms.ts`), so
 * that no schema library is loaded and the two cannot differ.
 *
 * @module
 */
import type { Kind } from '@kopru/sdk/schema';

export type FieldType =
  | 'text'
  | 'long'
  | 'choice'
  | 'choices'
  | 'number'
  | 'date'
  /** An amount and its currency. */
  | 'money'
  /** A smallest and a largest amount and their currency. */
  | 'range'
  /** The size of a fund, what of it is deployed and reserved, and their currency. */
  | 'fund'
  /** A value and its unit. */
  | 'measure'
  /** A smallest and a greatest value and their unit. */
  | 'span'
  | 'url'
  | 'email'
  | 'flag'
  /** Several texts. */
  | 'list'
  /** Lines of a scope, each as a text that `parseScopeLine` reads. */
  | 'lines'
  /** Calls of a programme, each in one line. */
  | 'calls'
  /** What offices were asked for a patent, each in one line. */
  | 'jurisdictions'
  /** Symbols of the IPC or CPC. */
  | 'classes'
  /** Codes of the taxonomy and free text. */
  | 'sectors';

/** Where the options of a choice are named. */
export type Vocabulary =
  | 'country'
  | 'place'
  | 'language'
  | 'stage'
  | 'instrument'
  | 'investorType'
  | 'role'
  | 'needType'
  | 'helpTerm'
  | 'programmeType'
  | 'licenceType';

export interface Field {
  /** JSON Pointer (RFC 6901) to the value in the profile. */
  readonly path: string;
  readonly type: FieldType;
  readonly required?: true;
  /** Fewest characters or items, or the smallest number. */
  readonly min?: number;
  /** Most characters or items, or the largest number. */
  readonly max?: number;
  /** Most characters of an item. */
  readonly longest?: number;
  /** Whole numbers only. */
  readonly whole?: true;
  /** A regular expression that the whole text has to match. */
  readonly pattern?: string;
  readonly vocabulary?: Vocabulary;
  /** The options of a choice that no vocabulary has. */
  readonly options?: readonly string[];
}

export interface Form {
  readonly kind: Kind;
  readonly fields: readonly Field[];
}

const OF_LINES: ReadonlySet<FieldType> = new Set(['list', 'lines', 'calls', 'jurisdictions', 'classes']);

/** Whether a field is one text with an item on each line. */
export const hasLines = ({ type }: Field): boolean => OF_LINES.has(type);

const PARTS: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  money: ['amount', 'currency'],
  range: ['min', 'max', 'currency'],
  fund: ['size', 'deployed', 'reserved', 'currency'],
  measure: ['value', 'unit'],
  span: ['min', 'max', 'unit'],
};

/** The values that a field consists of, by their pointers. */
export function leavesOf({ path, type }: Field): readonly string[] {
  return PARTS[type]?.map((part) => `${path}/${part}`) ?? [path];
}

/** What the amounts among them are counted in. */
export const isUnit = (leaf: string): boolean => leaf.endsWith('/currency') || leaf.endsWith('/unit');

/** The amounts among them. */
export const amountsOf = (field: Field): readonly string[] => leavesOf(field).filter((leaf) => !isUnit(leaf));
