import type { Problem } from '@kopru/sdk/schema';
import type { DraftKind } from './kinds.ts';

/** What the visitor has typed, as it stands in the form. */
export interface Draft {
  readonly kind: DraftKind;
  readonly text: string;
  /** A code of the taxonomy, or `''`. */
  readonly sector: string;
  readonly country: string;
  readonly stage: string;
  readonly amount: string;
  readonly currency: string;
}

export type Field = Exclude<keyof Draft, 'kind'>;
export type FieldProblem = 'empty' | 'tooLong' | 'text' | 'amount' | 'choice';

export const EMPTY_DRAFT: Draft = {
  kind: 'startup',
  text: '',
  sector: '',
  country: '',
  stage: '',
  amount: '',
  currency: 'USD',
};

/**
 * The profile that a draft stands for. Nothing is checked here: the API has the only rules, and its
 * issues come back to the fields by their paths.
 *
 * @param name what to call it; a profile needs a name.
 */
export function profileOf({ kind, text, sector, country, stage, amount, currency }: Draft, name: string): object {
  const sum = amount.trim() === '' ? undefined : parseAmount(amount);
  const profile =
    kind === 'startup'
      ? {
          pitch: text,
          country: country || undefined,
          stage: stage || undefined,
          raise: sum === undefined ? undefined : { amount: sum, currency },
        }
      : {
          thesis: text,
          countries: country ? [country] : undefined,
          stages: stage ? [stage] : undefined,
          ticket: sum === undefined ? undefined : { max: sum, currency },
        };
  return { name, ...profile, sectors: sector ? [sector] : undefined };
}

/**
 * An amount as people type it: spaces, points and commas between groups of three digits are
 * dropped, a last point or comma before one or two digits is the decimal sign. Anything else is handed on
 * as it is, for the API to refuse.
 */
export function parseAmount(typed: string): number | string {
  const compact = typed.replace(/[\s\u00a0\u202f'’_]/g, '');
  const grouped = /^-?\d{1,3}([.,]\d{3})+$/.test(compact) ? compact.replace(/[.,]/g, '') : compact.replace(',', '.');
  return grouped !== '' && Number.isFinite(Number(grouped)) ? Number(grouped) : typed;
}

/** Which field each path of the profile comes from. */
const FIELDS: readonly [RegExp, Field][] = [
  [/^\/profile\/(pitch|thesis)$/, 'text'],
  [/^\/profile\/sectors(\/\d+)?$/, 'sector'],
  [/^\/profile\/(country|countries(\/\d+)?)$/, 'country'],
  [/^\/profile\/(stage|stages(\/\d+)?)$/, 'stage'],
  [/^\/profile\/(raise|ticket)\/currency$/, 'currency'],
  [/^\/profile\/(raise|ticket)(\/(amount|min|max))?$/, 'amount'],
];

/** The fields at fault and what to say of each; an issue of no field is left out. */
export function fieldProblems(issues: Problem['issues'] = []): Partial<Record<Field, FieldProblem>> {
  const problems: Partial<Record<Field, FieldProblem>> = {};
  for (const { path, rule } of issues) {
    const field = FIELDS.find(([pattern]) => pattern.test(path))?.[1];
    if (field) problems[field] ??= problemOf(field, rule);
  }
  return problems;
}

function problemOf(field: Field, rule: string): FieldProblem {
  if (field === 'amount') return 'amount';
  if (field !== 'text') return 'choice';
  if (rule === 'maximum') return 'tooLong';
  return ['minimum', 'required', 'has_word', 'text_empty'].includes(rule) ? 'empty' : 'text';
}
