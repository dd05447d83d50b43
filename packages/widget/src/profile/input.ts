import type { Value } from './values.ts';

/**
 * What a control of the form says now.
 *
 * @param before what stood there, of which a box to tick changes one item.
 */
export function valueIn({ type, value, checked, dataset }: HTMLInputElement, before: Value | undefined): Value {
  if ('lines' in dataset) return value.split('\n');
  if (type !== 'checkbox') return value;
  if (!('many' in dataset)) return checked;
  const items = ((before ?? []) as readonly string[]).filter((item) => item !== value);
  return checked ? [...items, value] : items;
}
