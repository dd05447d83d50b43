import type { FieldCode } from '@kopru/sdk/facets';
import type { Problems } from './check.ts';
import type { Field } from './form.ts';
import type { Value, Values } from './values.ts';
import type { View } from './view.ts';

/** A form as it is being filled in: what its templates read, and what they can ask for. */
export interface Sheet {
  readonly view: View;
  readonly values: Values;
  readonly problems: Problems;
  /** The limits that are counted, by pointer: there is room for what each costs. */
  readonly counted: readonly string[];
  /** How many matches each limit costs, by pointer; none where that is not known. */
  readonly costs: Readonly<Record<string, number>>;
  /** How many meet all limits; undefined where that is not known. */
  readonly eligible: number | undefined;
  /** Options that were added to those which stand on the form at once. */
  readonly added: (path: string) => readonly string[];
  /** The field of the taxonomy that is open. */
  readonly opened: (path: string) => FieldCode | '';
  readonly onSet: (path: string, value: Value) => void;
  /** @param name of what is added, which a screen reader is told. */
  readonly onAdd: (path: string, code: string, name: string) => void;
  readonly onOpen: (path: string, code: FieldCode | '') => void;
}

/** The id of a control, or with a letter before it of what belongs to it. */
export const idOf = (path: string, prefix = 'f'): string => `${prefix}${path.replaceAll('/', '-')}`;

/** The texts of a field that is a list. */
export const itemsAt = ({ values }: Sheet, { path }: Pick<Field, 'path'>): readonly string[] =>
  (values[path] ?? []) as readonly string[];
