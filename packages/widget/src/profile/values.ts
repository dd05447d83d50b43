import {
  type Call,
  formatCall,
  formatJurisdiction,
  formatScopeLine,
  type Jurisdiction,
  parseCall,
  parseJurisdiction,
  parseScopeLine,
  type ScopeLine,
} from '@kopru/sdk/facets';
import { amountsOf, type Field, type FieldType, type Form, hasLines, isUnit, leavesOf } from './form.ts';
import { parseNumber } from './numbers.ts';
import { type Json, type JsonObject, valueAt, withValue } from './pointer.ts';

/** What stands in a field, as it was typed or chosen. */
export type Value = string | boolean | readonly string[];
/** What stands in the form, by pointer. Complete for a form. */
export type Values = Readonly<Record<string, Value>>;

/** The currency of an amount whose owner has not chosen one. */
const CURRENCY = 'USD';

const NUMBERS: ReadonlySet<FieldType> = new Set(['number', 'money', 'range', 'fund', 'measure', 'span']);

const emptyOf = (field: Field, leaf: string): Value => {
  const { type } = field;
  if (type === 'flag') return false;
  if (type === 'choices' || type === 'sectors' || hasLines(field)) return [];
  return leaf.endsWith('/currency') ? CURRENCY : '';
};

/** A profile as a form shows it. */
export function valuesOf({ fields }: Form, profile: JsonObject): Values {
  return Object.fromEntries(
    fields.flatMap((field) =>
      leavesOf(field).map((leaf) => {
        const value = valueAt(profile, leaf);
        const isStated = value !== undefined && value !== null;
        if (!isStated) return [leaf, leaf === '/status' ? 'active' : emptyOf(field, leaf)];
        if (typeof value === 'number') return [leaf, String(value)];
        if (field.type === 'lines') return [leaf, (value as unknown as ScopeLine[]).map(formatScopeLine)];
        if (field.type === 'calls') return [leaf, (value as unknown as Call[]).map(formatCall)];
        if (field.type === 'jurisdictions') return [leaf, (value as unknown as Jurisdiction[]).map(formatJurisdiction)];
        return [leaf, field.type === 'list' ? (value as Json[]).map(nameOf) : (value as Value)];
      }),
    ),
  );
}

/** What an item of a list is called: one of several parts by its name. */
const nameOf = (item: Json): string =>
  typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : String(item);

/** The items of a list by their names, each as it was before where it had more parts. */
function itemsBefore(names: readonly string[], before: Json | undefined): Json[] {
  const known = Array.isArray(before) ? [...before] : [];
  return names.map((name) => {
    const at = known.findIndex((item) => nameOf(item).trim() === name);
    return at < 0 ? name : (known.splice(at, 1)[0] as Json);
  });
}

/** Whether nothing stands in a field. */
export function isBlank(value: Value | undefined): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' ? itemsOf(value).length === 0 : value !== true;
}

/** The items that say something: an empty line is none. */
export const itemsOf = (items: readonly string[]): readonly string[] =>
  items.map((item) => item.trim()).filter((item) => item !== '');

/** Whether nothing stands in any part of a field that says something. */
const isEmpty = (field: Field, values: Values): boolean => amountsOf(field).every((leaf) => isBlank(values[leaf]));

/**
 * A profile with what stands in the form. What the form does not show stays as it was.
 *
 * @param values without a problem: what is no number is left out.
 */
export function profileOf({ fields }: Form, values: Values, before: JsonObject): JsonObject {
  return fields.reduce(
    (profile, field) =>
      leavesOf(field).reduce((made, leaf) => withValue(made, leaf, jsonOf(field, leaf, values, before)), profile),
    before,
  );
}

function jsonOf(field: Field, leaf: string, values: Values, before: JsonObject): Json | undefined {
  const value = values[leaf];
  if (field.type === 'flag') return flagOf(leaf, values, before);
  if (value === undefined || isBlank(value) || isEmpty(field, values)) return undefined;
  if (isUnit(leaf)) return (value as string).trim();
  if (NUMBERS.has(field.type)) return parseNumber(String(value));
  if (field.type === 'url') return addressOf(value as string);
  if (typeof value === 'string') return value.trim();
  const items = itemsOf(value as readonly string[]);
  if (field.type === 'lines') return items.map((line) => (parseScopeLine(line) ?? line) as Json);
  if (field.type === 'calls') return items.flatMap((line) => (parseCall(line) as JsonObject | undefined) ?? []);
  if (field.type === 'jurisdictions')
    return items.flatMap((line) => (parseJurisdiction(line) as JsonObject | undefined) ?? []);
  return field.type === 'list' ? itemsBefore(items, valueAt(before, leaf) as Json | undefined) : items;
}

/** A no that nobody has said before is left unsaid, unless a yes beside it needs it. */
function flagOf(leaf: string, values: Values, before: JsonObject): boolean | undefined {
  if (values[leaf] === true) return true;
  const wasStated = valueAt(before, leaf) !== undefined;
  const isNeeded =
    leaf === '/consent/matching' && (values['/consent/search'] === true || valueAt(before, '/consent') !== undefined);
  return wasStated || isNeeded ? false : undefined;
}

/** A web address as it is sent: people leave out how it begins. */
export function addressOf(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
}

/** The pointers whose values differ. */
export const changedIn = (before: Values, after: Values): readonly string[] =>
  Object.keys(after).filter((leaf) => JSON.stringify(before[leaf]) !== JSON.stringify(after[leaf]));
