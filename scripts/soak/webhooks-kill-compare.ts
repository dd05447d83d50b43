import type { Message } from './webhooks-kill-receiver.ts';

/** A write that was answered, by the event that it must have made. */
export interface Acknowledged {
  readonly type: 'profile.created' | 'profile.updated';
  readonly id: string;
  readonly sequence: number;
}

const keyOf = ({ type, id, sequence }: Acknowledged): string => `${type} ${id} ${sequence}`;

/** Compares what came with what was acknowledged; every count but the first three must be 0. */
export function compare(acknowledged: readonly Acknowledged[], messages: readonly Message[]) {
  const expected = new Set(acknowledged.map(keyOf));
  const came = messages.map((message) => ({ ...message, key: keyOfBody(message.body) }));
  const taken = came.filter((message) => message.taken);
  const takenKeys = new Set(taken.map(({ key }) => key));
  const wrong = {
    missing: [...expected].filter((key) => !takenKeys.has(key)).length,
    neverWritten: came.filter(({ key }) => !expected.has(key)).length,
    underOtherIds: severalOf(came.map(({ key, id }) => [key, id])),
    withOtherBodies: severalOf(came.map(({ id, body }) => [id, body])),
    wronglySigned: came.filter(({ signed }) => !signed).length,
  };
  return {
    ok: Object.values(wrong).every((count) => count === 0),
    acknowledged: expected.size,
    messages: came.length,
    takenTwice: taken.length - takenKeys.size,
    ...wrong,
  };
}

function keyOfBody(body: string): string {
  const { type, data } = JSON.parse(body) as { type: Acknowledged['type']; data: Omit<Acknowledged, 'type'> };
  return keyOf({ ...data, type });
}

/** How many firsts come with more than one second. */
function severalOf(pairs: readonly (readonly [string, string])[]): number {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const [first, second] of pairs) {
    if ((found.get(first) ?? second) !== second) several.add(first);
    found.set(first, second);
  }
  return several.size;
}
