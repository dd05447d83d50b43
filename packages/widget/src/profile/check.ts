import type { KopruError } from '@kopru/sdk';
import { hasClass, parseCall, parseClassification, parseJurisdiction, parseScopeLine } from '@kopru/sdk/facets';
import { amountsOf, type Field, type Form, isUnit, leavesOf } from './form.ts';
import { parseNumber } from './numbers.ts';
import { addressOf, isBlank, itemsOf, type Value, type Values } from './values.ts';

/** The rules that the reader is told of; those with a number name it. */
export type Rule =
  | 'required'
  | 'word'
  | 'url'
  | 'email'
  | 'number'
  | 'whole'
  | 'order'
  | 'parts'
  | 'calls'
  | 'jurisdictions'
  | 'classes'
  | 'refused'
  | 'short'
  | 'long'
  | 'least'
  | 'most'
  | 'many';

/** What is wrong with a value. */
export interface Problem {
  readonly rule: Rule;
  readonly limit?: number;
}

/** What is wrong, by pointer. */
export type Problems = Readonly<Record<string, Problem>>;

/** What is wrong with a form. */
export const checkForm = ({ fields }: Form, values: Values): Problems =>
  Object.assign({}, ...fields.map((field) => checkField(field, values))) as Problems;

/** What is wrong with a field. */
export function checkField(field: Field, values: Values): Problems {
  const found: Record<string, Problem> = {};
  for (const leaf of amountsOf(field)) {
    const problem = problemOf(field, values[leaf] ?? '', isNeeded(field, leaf, values));
    if (problem) found[leaf] = problem;
  }
  if (field.type === 'measure' || field.type === 'span') Object.assign(found, problemOfUnit(field, values));
  if ((field.type === 'range' || field.type === 'span') && Object.keys(found).length === 0) {
    const [min, max] = [`${field.path}/min`, `${field.path}/max`].map((leaf) => parseNumber(String(values[leaf])));
    if (min !== undefined && max !== undefined && min > max) found[`${field.path}/min`] = { rule: 'order' };
  }
  if (field.type === 'fund' && Object.keys(found).length === 0) {
    const [size = 0, ...parts] = amountsOf(field).map((leaf) => parseNumber(String(values[leaf])));
    // In cents, as the schema counts.
    if (Math.round(100 * parts.reduce<number>((rest, part = 0) => rest - part, size)) < 0)
      found[`${field.path}/size`] = { rule: 'parts' };
  }
  return found;
}

/** A value and its unit are said together or not at all. */
function problemOfUnit(field: Field, values: Values): Problems {
  const [first = '', leaf = ''] = [amountsOf(field)[0], leavesOf(field).find(isUnit)];
  const unit = String(values[leaf] ?? '').trim();
  if (amountsOf(field).every((amount) => isBlank(values[amount]))) return unit ? { [first]: { rule: 'required' } } : {};
  if (!unit) return { [leaf]: { rule: 'required' } };
  return lengthOf(unit) > LONGEST_UNIT ? { [leaf]: { rule: 'long', limit: LONGEST_UNIT } } : {};
}

/** As the schema of a unit has it. */
const LONGEST_UNIT = 30;

/** An amount must be there as soon as something else is said of the same thing, such as the instrument of a round. */
const isNeeded = (field: Field, leaf: string, values: Values): boolean =>
  field.required === true ||
  ((field.type === 'money' || (field.type === 'fund' && leaf === leavesOf(field)[0])) &&
    Object.entries(values).some(
      ([other, value]) =>
        other.startsWith(`${field.path}/`) && other !== leaf && !other.endsWith('/currency') && !isBlank(value),
    ));

/** In code points, as the schema counts. */
const lengthOf = (text: string): number => Array.from(text).length;

const HAS_WORD = /[\p{L}\p{N}]/u;

function problemOf(field: Field, value: Value, needed: boolean): Problem | undefined {
  if (typeof value === 'boolean') return undefined;
  if (isBlank(value)) return needed ? { rule: 'required' } : undefined;
  if (typeof value !== 'string') return problemOfItems(field, value);
  const text = value.trim();
  switch (field.type) {
    case 'number':
    case 'money':
    case 'range':
    case 'fund':
    case 'measure':
    case 'span':
      return problemOfNumber(field, text);
    case 'url':
      return problemOfText(field, addressOf(text)) ?? (isAddress(addressOf(text)) ? undefined : { rule: 'url' });
    case 'email':
      return problemOfText(field, text) ?? (new RegExp(field.pattern ?? '').test(text) ? undefined : { rule: 'email' });
    default:
      return field.type === 'choice' ? undefined : problemOfText(field, text);
  }
}

function problemOfText({ min = 0, max = Number.POSITIVE_INFINITY }: Field, text: string): Problem | undefined {
  if (lengthOf(text) > max) return { rule: 'long', limit: max };
  if (lengthOf(text) < min) return { rule: 'short', limit: min };
  return HAS_WORD.test(text) ? undefined : { rule: 'word' };
}

function problemOfNumber({ min, max, whole }: Field, text: string): Problem | undefined {
  const n = parseNumber(text);
  if (n === undefined) return { rule: 'number' };
  if (whole && !Number.isInteger(n)) return { rule: 'whole' };
  if (min !== undefined && n < min) return { rule: 'least', limit: min };
  return max !== undefined && n > max ? { rule: 'most', limit: max } : undefined;
}

function problemOfItems(
  { max = Number.POSITIVE_INFINITY, longest, type }: Field,
  lines: readonly string[],
): Problem | undefined {
  const items = itemsOf(lines);
  if (items.length > max) return { rule: 'many', limit: max };
  if (type === 'choices') return undefined;
  if (type === 'lines') return items.every(isScopeLine) ? undefined : { rule: 'refused' };
  if (type === 'calls') return problemOfCalls(items, longest);
  if (type === 'jurisdictions') return problemOfJurisdictions(items, longest);
  if (type === 'classes') return items.every(isClass) ? undefined : { rule: 'classes' };
  if (longest !== undefined && items.some((item) => lengthOf(item) > longest)) return { rule: 'long', limit: longest };
  return items.every((item) => HAS_WORD.test(item)) ? undefined : { rule: 'word' };
}

/** Whether a text is a line of a scope, with parts as long as the schema lets them be. */
function isScopeLine(text: string): boolean {
  const line = parseScopeLine(text);
  if (!line || text.includes('|')) return false;
  const { item, standards = [], range, uncertainty } = line;
  const units = [range?.unit, uncertainty?.unit].flatMap((unit) => unit ?? []);
  return (
    [item, ...standards].every((part) => part === undefined || (lengthOf(part) <= 100 && HAS_WORD.test(part))) &&
    standards.length <= 20 &&
    units.every((unit) => lengthOf(unit) <= LONGEST_UNIT) &&
    [range?.min, range?.max].every((end) => end === undefined || Math.abs(end) <= 1e15) &&
    (range?.min ?? Number.NEGATIVE_INFINITY) <= (range?.max ?? Number.POSITIVE_INFINITY) &&
    (uncertainty === undefined || (uncertainty.value >= 1e-15 && uncertainty.value <= 1e15))
  );
}

/** Each line is a call whose days are in order, and no name stands twice. */
function problemOfCalls(lines: readonly string[], longest = Number.POSITIVE_INFINITY): Problem | undefined {
  const calls = lines.map(parseCall);
  const isGood = calls.every(
    (call) =>
      call &&
      call.capacity !== 0 &&
      (call.capacity ?? 0) <= MOST_PLACES &&
      (!call.opensOn || !call.closesOn || call.opensOn <= call.closesOn),
  );
  if (!isGood || new Set(calls.map((call) => call?.name)).size < calls.length) return { rule: 'calls' };
  return calls.some((call) => lengthOf(call?.name ?? '') > longest) ? { rule: 'long', limit: longest } : undefined;
}

/** Each line is a jurisdiction whose days are in order. */
function problemOfJurisdictions(lines: readonly string[], longest = Number.POSITIVE_INFINITY): Problem | undefined {
  const read = lines.map(parseJurisdiction);
  const isGood = read.every((one) => {
    if (!one || (one.office === 'WO' && one.status === 'granted')) return false;
    const { number = '1', filedOn = '', grantedOn = filedOn, expiresOn = grantedOn } = one;
    return HAS_WORD.test(number) && !number.includes('|') && filedOn <= grantedOn && grantedOn <= expiresOn;
  });
  if (!isGood) return { rule: 'jurisdictions' };
  return read.some((one) => lengthOf(one?.number ?? '') > longest) ? { rule: 'long', limit: longest } : undefined;
}

function isClass(text: string): boolean {
  const read = parseClassification(text);
  return read !== undefined && hasClass(read) && lengthOf(text) <= LONGEST_CLASS;
}

/** As the schema of a symbol has it. */
const LONGEST_CLASS = 30;

/** As the schema of a call has it. */
const MOST_PLACES = 100_000;

function isAddress(text: string): boolean {
  // A host without a point is one of this network.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && /[^.]\.[^.]/.test(url.hostname);
}

/** Rules of the API that have a word of their own in the form. */
const RULES: Readonly<Record<string, Rule>> = {
  required: 'required',
  has_word: 'word',
  well_formed: 'word',
  min_not_above_max: 'order',
  min_or_max: 'required',
  parts_not_above_size: 'parts',
  one_line: 'calls',
  opens_before_closes: 'calls',
  names_differ: 'calls',
  days_in_order: 'jurisdictions',
  wo_not_granted: 'jurisdictions',
  classification_syntax: 'classes',
  classification_class: 'classes',
};

/**
 * What the API refused, at the fields of the form.
 *
 * @returns the problems, and whether there is one at no field.
 */
export function problemsOf(form: Form, issues: KopruError['issues']): { problems: Problems; others: boolean } {
  const problems: Record<string, Problem> = {};
  let others = false;
  for (const { in: part, path, rule } of issues) {
    const field = part === 'body' ? fieldAt(form, path) : undefined;
    const leaf = field && (leavesOf(field).find((leaf) => leaf === path) ?? leavesOf(field)[0]);
    if (!field || leaf === undefined) others = true;
    else problems[leaf] = { rule: ruleOf(field, rule), ...limitOf(field, rule) };
  }
  return { problems, others };
}

/** The field that a pointer leads to, or into. */
const fieldAt = ({ fields }: Form, path: string): Field | undefined =>
  fields.find((field) => [field.path, ...leavesOf(field)].includes(path)) ??
  fields.find((field) => path.startsWith(`${field.path}/`));

function ruleOf({ type }: Field, rule: string): Rule {
  const isNumber = ['number', 'money', 'range', 'fund', 'measure', 'span'].includes(type);
  if (rule === 'minimum') return isNumber ? 'least' : 'short';
  if (rule === 'maximum')
    return isNumber
      ? 'most'
      : type === 'text' || type === 'long' || type === 'url' || type === 'email'
        ? 'long'
        : 'many';
  if (rule === 'format') return type === 'url' || type === 'email' ? type : 'refused';
  return RULES[rule] ?? 'refused';
}

const limitOf = ({ min, max }: Field, rule: string): { limit?: number } => {
  const limit = rule === 'minimum' ? min : rule === 'maximum' ? max : undefined;
  return limit === undefined ? {} : { limit };
};
