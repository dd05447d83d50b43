import type { FacetName, FieldName, Formatter } from '../../strings/index.ts';

/** What a field is called. */
type Label = FieldName | FacetName;

/** How a field of a profile is told: what it is called, and what its value says. */
export interface Fact<V> {
  readonly label: Label;
  /** In words; empty where the value says nothing. */
  say(value: V, to: Formatter): string;
}

/** The fields of a kind of profile that are facts, in the order of reading. */
export type FactsOf<P> = { readonly [F in keyof P]?: Fact<NonNullable<P[F]>> };

/** A fact that is one value. */
export const one = <V>(label: Label, say: (value: V, to: Formatter) => string): Fact<V> => ({ label, say });

/** A fact that is a list. */
export const many = <V>(label: Label, say: (value: V, to: Formatter) => string): Fact<readonly V[]> => ({
  label,
  say: (values, to) => to.list(values.map((value) => say(value, to))),
});

/** A fact that is a number without a unit, or whose unit its label names. */
export const figure = (label: Label): Fact<number> => one(label, (value, to) => to.number(value));

/** A fact that is so or not; that it is not is no fact to tell. */
export const yes = (label: Label): Fact<boolean> => one(label, (value) => (value ? '✓' : ''));
