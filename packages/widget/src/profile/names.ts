import { COUNTRIES, LANGUAGES, REGIONS } from '@kopru/sdk/facets';
import type { FacetName } from '@kopru/sdk/strings';
import type { Labels } from '../lib/labels.ts';
import type { NamedField } from '../strings/profile/index.ts';
import type { Problem } from './check.ts';
import type { Field, Vocabulary } from './form.ts';
import { FIRST_COUNTRIES } from './layout.ts';
import type { View } from './view.ts';

/** Fields that are called as the facet that they state. */
const FACETS: Readonly<Record<string, FacetName>> = {
  '/sectors': 'sector',
  '/excludedSectors': 'excludedSectors',
  '/stage': 'stage',
  '/stages': 'stage',
  '/trl': 'trl',
  '/country': 'country',
  '/targetMarkets': 'targetMarkets',
  '/raise': 'raise',
  '/raise/instrument': 'instrument',
  '/instruments': 'instrument',
  '/ticket': 'ticket',
  '/type': 'investorType',
  '/roles': 'role',
  '/types': 'needType',
  '/neededBy': 'neededBy',
  '/terms': 'helpTerm',
  '/offeredIn': 'offeredIn',
  '/availability/until': 'availableUntil',
  '/scope': 'scope',
  '/accreditation/validUntil': 'validUntil',
  'programme:/type': 'programmeType',
  '/licence': 'licence',
  '/licence/type': 'licence',
  '/licence/countries': 'licenceCountries',
};

/** What a field is called, in the form that stands alone. */
export function nameOf(path: string, { own, labels, kind }: View): string {
  const facet = FACETS[`${kind}:${path}`] ?? FACETS[path];
  if (facet) return labels.names[facet];
  return (
    own.fields[`${kind}:${path}` as NamedField] ??
    own.fields[path as NamedField] ??
    labels.alone(labels.named('fields', path.slice(1)))
  );
}

/** What a part of a field is called, such as the currency of an amount. */
export function partName(field: Field, leaf: string, view: View): string {
  const { own } = view;
  if (leaf.endsWith('/currency')) return own.currency;
  if (leaf.endsWith('/unit')) return own.unit;
  if (field.type === 'measure') return own.value;
  if (field.type === 'money') return own.amount;
  if (field.type === 'fund') return nameOf(leaf, view);
  return leaf.endsWith('/min') ? own.ends.min : own.ends.max;
}

/** A field with its part, where it has several. */
export const fullName = (field: Field, leaf: string, view: View): string =>
  leaf === field.path ? nameOf(leaf, view) : `${nameOf(field.path, view)}: ${partName(field, leaf, view)}`;

/** The name of an option of a choice. */
export function optionName({ path, vocabulary }: Field, code: string, view: View): string {
  const { labels, own } = view;
  if (!vocabulary) return plainName(path, code, view, own.statuses);
  if (vocabulary === 'country' || vocabulary === 'place') return labels.place(code);
  return labels.alone(labels.named(`${vocabulary}s`, code));
}

function plainName(path: string, code: string, view: View, statuses: Readonly<Record<string, string>>): string {
  if (path === '/status') return statuses[code] ?? code;
  if (path === '/role') return view.labels.alone(view.labels.named('roundRoles', code));
  if (code === 'traction') return view.labels.alone(view.own.fields.traction);
  return nameOf(`/${code}`, view);
}

/** Options under a heading; without one where they need none. */
export interface OptionGroup {
  readonly label: string;
  readonly codes: readonly string[];
}

/** All codes of a long vocabulary by name, made once for a language. */
const alphabets = new WeakMap<Labels, Map<Vocabulary, readonly string[]>>();

function alphabetOf(field: Field, vocabulary: Vocabulary, view: View): readonly string[] {
  const known = alphabets.get(view.labels) ?? new Map<Vocabulary, readonly string[]>();
  alphabets.set(view.labels, known);
  const { compare } = new Intl.Collator(view.locale);
  const made =
    known.get(vocabulary) ??
    (vocabulary === 'language' ? LANGUAGES : COUNTRIES)
      .map((code) => [code, optionName(field, code, view)] as const)
      .toSorted(([, a], [, b]) => compare(a, b))
      .map(([code]) => code);
  known.set(vocabulary, made);
  return made;
}

/** The options of a vocabulary that is too long to be shown at once. @param shown elsewhere, and not among them. */
export function longOptions(field: Field, view: View, shown: readonly string[] = []): readonly OptionGroup[] {
  const { vocabulary } = field;
  if (!vocabulary) return [];
  const all = alphabetOf(field, vocabulary, view).filter((code) => !shown.includes(code));
  if (vocabulary === 'language') return [{ label: '', codes: all }];
  const isFirst = (code: string) => (FIRST_COUNTRIES as readonly string[]).includes(code);
  const regions = vocabulary === 'place' ? REGIONS.filter((code) => !shown.includes(code)) : [];
  return [
    { label: view.own.regions, codes: regions },
    { label: view.own.firstCountries, codes: all.filter(isFirst) },
    { label: view.own.allCountries, codes: all.filter((code) => !isFirst(code)) },
  ].filter(({ codes }) => codes.length > 0);
}

/** What is wrong, in words. */
export function problemText({ rule, limit = 0 }: Problem, { own, labels }: View): string {
  const word = own.problems[rule];
  return typeof word === 'string' ? word : word(labels.number(limit, 2));
}
