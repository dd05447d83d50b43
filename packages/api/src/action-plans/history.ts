import type { ActionPlanHistory } from '@kopru/sdk/schema';
import type { Version } from './store.ts';

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

/** The history of a plan from its versions, the newest first. */
export const historyOf = (versions: readonly Version[]): ActionPlanHistory => ({
  items: versions.map(({ version, at, by, plan }, i) => {
    const before = versions[i + 1];
    return { version, at, by, changes: before ? changesBetween(before.plan, plan) : [] };
  }),
});
