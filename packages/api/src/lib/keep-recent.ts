/**
 * Marks an entry of a map as the one used last, and forgets those used longest ago until all that are
 * left weigh no more than `most`. The entry itself stays, whatever it weighs.
 *
 * @param entries in the order of their last use, the oldest first: as this function leaves them.
 */
export function keepRecent<V>(entries: Map<string, V>, key: string, weigh: (value: V) => number, most: number): void {
  const used = entries.get(key);
  if (used === undefined) return;
  entries.delete(key);
  entries.set(key, used);
  let weight = [...entries.values()].reduce((sum, value) => sum + weigh(value), 0);
  for (const [other, value] of entries) {
    if (weight <= most || other === key) return;
    entries.delete(other);
    weight -= weigh(value);
  }
}
