import { dayOf, type NormalProfile, pairingOf } from '@kopru/sdk/engine';

/** What the hard limits say of one profile and all of the other side. */
export interface Refusals {
  /** How many of the other side no gate refuses. */
  readonly eligible: number;
  /** How many each gate refuses; one that several refuse counts for each. */
  readonly byGate: ReadonlyMap<string, number>;
}

/** Passes a profile and each of the other side through the gates. All take part in matching, so their standing is not asked. */
export function refusalsOf(subject: NormalProfile, others: readonly NormalProfile[]): Refusals {
  const byGate = new Map<string, number>();
  const day = dayOf(new Date());
  let eligible = 0;
  for (const other of others) {
    const pairing = pairingOf(subject.kind, other.kind);
    const pair = { [subject.kind]: subject, [other.kind]: other };
    const refusing = pairing?.gates.filter(({ check }) => check(pair as never, day).outcome === 'fail') ?? [];
    if (refusing.length === 0) eligible++;
    for (const { name } of refusing) byGate.set(name, (byGate.get(name) ?? 0) + 1);
  }
  return { eligible, byGate };
}

/** The gate that refuses most pairs of all; of several the first by name. */
export function commonestGate(all: readonly Refusals[]): string | undefined {
  const total = new Map<string, number>();
  for (const { byGate } of all) for (const [gate, count] of byGate) total.set(gate, (total.get(gate) ?? 0) + count);
  const most = Math.max(0, ...total.values());
  return [...total.keys()].sort().find((gate) => total.get(gate) === most);
}
