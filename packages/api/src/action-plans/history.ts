import type { ActionPlanHistory } from '@kopru/sdk/schema';
import { VERSIONS_AT_ONCE, type Version } from './store.ts';

type Change = ActionPlanHistory['items'][number]['changes'][number];

/**
 * What differs between two values, by JSON Pointer (RFC 6901). Items of a list that have an id or a day stand under
 * it, so that one that is put in between changes no other.
 */
export function changesBetween(from: unknown, to: unknown, path = ''): Change[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const [before, after] = [partsOf(from), partsOf(to)];
  if (!before || !after) {
    return [{ path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  }
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changes = names.flatMap((name) =>
    changesBetween(before.get(name), after.get(name), `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  // The same parts in another order.
  return changes.length > 0 ? changes : [{ path, from, to }];
}

/** The parts of an object or of a list whose items have names; undefined for all else. */
function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const names = value.map((item) => item?.id ?? item?.on);
    const named = names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
    return named ? new Map(value.map((item, i) => [names[i] as string, item])) : undefined;
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

type Item = ActionPlanHistory['items'][number];

const itemOf = ({ version, at, by, plan }: Version, before?: Version): Item => ({
  ...{ version, at, by },
  changes: before ? changesBetween(before.plan, plan) : [],
});

/**
 * The history of a plan, the newest first.
 *
 * @param read so many of its versions below a number, the newest first
 */
export async function historyOf(
  read: (before: number, limit: number) => Promise<readonly Version[]>,
): Promise<ActionPlanHistory> {
  const items: Item[] = [];
  let newer: Version | undefined;
  for (;;) {
    const versions = await read(newer?.version ?? Number.MAX_SAFE_INTEGER, VERSIONS_AT_ONCE);
    for (const version of versions) {
      if (newer) items.push(itemOf(newer, version));
      newer = version;
    }
    if (versions.length < VERSIONS_AT_ONCE) return { items: newer ? [...items, itemOf(newer)] : items };
  }
}
