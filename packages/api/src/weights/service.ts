import {
  type Learned,
  learnWeights,
  PAIRINGS,
  type Pairing,
  pairingName,
  type WeightEvidence,
  weighed,
  weightRange,
} from '@kopru/sdk/engine';
import type { Kind, Weights, WeightsUpdate } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import { answeredLists } from '../feedback/store.ts';
import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import type { Queryable } from '../lib/queryable.ts';
import { nextSequence } from '../profiles/store.ts';
import { findWeights, putWeights, type WeightState } from './store.ts';

type State = WeightState;

/** What a hub has that never set or learned anything. */
const untouched = (pairing: Pairing): State => ({
  pairing: pairingName(pairing),
  frozen: false,
  byHand: {},
  learned: learnWeights({ defaults: pairing.weights, feedback: [] }),
  countsFrom: '',
  learnedAt: null,
  version: 0,
});

const stateOf = async (db: Queryable, hubId: string, pairing: Pairing): Promise<State> =>
  (await findWeights(db, hubId, pairingName(pairing))) ?? untouched(pairing);

/** The weights of a hub as they count now, with their ranges and evidence. */
export async function describeWeights(db: Queryable, hubId: string): Promise<Weights> {
  const items = await Promise.all(
    PAIRINGS.map(async (pairing) => describe(pairing, await stateOf(db, hubId, pairing))),
  );
  return { items };
}

function describe(pairing: Pairing, { frozen, byHand, learned, learnedAt }: State): Weights['items'][number] {
  const side = (kind: Kind) => ({
    answers: learned.evidence[kind].answers,
    signals: Object.fromEntries(
      weighed(pairing.weights[kind]).map((name) => {
        const { answers, shift, standardError } = learned.evidence[kind].signals[name] as WeightEvidence;
        const fallback = pairing.weights[kind][name] as number;
        const set = byHand[kind]?.[name] !== undefined;
        return [
          name,
          {
            weight: learned.weights[kind][name],
            default: fallback,
            ...weightRange(fallback),
            set,
            answers,
            shift,
            standardError,
          },
        ];
      }),
    ),
  });
  return {
    pairing: pairingName(pairing),
    frozen,
    learnedAt,
    sides: Object.fromEntries(pairing.sides.map((kind) => [kind, side(kind)])),
  } as Weights['items'][number];
}

/** The state with its weights learned anew from the stored answers. @throws {RangeError} on weights by hand that cannot be. */
async function learnAnew(db: Queryable, hubId: string, pairing: Pairing, state: State): Promise<State> {
  const feedback = await answeredLists(db, hubId, pairing.sides, state.countsFrom);
  const learned: Learned<Kind> = learnWeights({ defaults: pairing.weights, feedback, frozen: state.byHand });
  return { ...state, learned };
}

/** How often a change that another overtakes is tried. */
const ATTEMPTS = 5;

/**
 * Writes what `next` makes of the current state, with its record. The hub's sequence moves with it,
 * since its lists may be other ones then.
 *
 * @throws {ApiError} `conflict` when others overtook every attempt.
 */
async function change(
  db: Queryable,
  hubId: string,
  actor: Actor,
  action: string,
  pairing: Pairing,
  next: (state: State) => State | Promise<State>,
  now: Date,
): Promise<void> {
  const name = pairingName(pairing);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const state = await stateOf(db, hubId, pairing);
    const unchanged = guard(
      db,
      'COALESCE((SELECT version FROM hub_weights WHERE hub_id = ? AND pairing = ?), 0) = ?',
      hubId,
      name,
      state.version,
    );
    const written = await next(state);
    const moves = JSON.stringify(written.learned.weights) !== JSON.stringify(state.learned.weights);
    const done = await tryBatch(db, [
      unchanged,
      putWeights(db, hubId, written),
      ...(moves ? [nextSequence(db, hubId)] : []),
      record(db, hubId, actor, { action, details: { pairing: name } }, now),
    ]);
    if (done) return;
  }
  throw new ApiError('conflict', 'Others change the weights at the same time; send it again.');
}

/**
 * Sets weights by hand, in place of those that were set so before; the others are learned around them.
 *
 * @throws {ApiError} `conflict` while they are frozen, `invalid_request` on weights that cannot be.
 */
export async function setWeights(
  db: Queryable,
  hubId: string,
  actor: Actor,
  { pairing: name, set }: WeightsUpdate,
  now: Date,
): Promise<void> {
  const pairing = PAIRINGS.find((one) => pairingName(one) === name);
  if (!pairing) throw refused('/pairing', 'one_of', `must be one of ${PAIRINGS.map(pairingName).join(', ')}`, 'string');
  const stranger = Object.keys(set).find((side) => !pairing.sides.includes(side as Kind));
  if (stranger) throw refused(`/set/${stranger}`, 'unknown_field', `is no side of ${name}`, 'object');
  const next = async (state: State) => {
    if (state.frozen) throw new ApiError('conflict', 'The weights are frozen; unfreeze them first.');
    try {
      return await learnAnew(db, hubId, pairing, { ...state, byHand: set });
    } catch (error) {
      if (error instanceof RangeError) throw refused('/set', 'range', error.message, 'object');
      throw error;
    }
  };
  await change(db, hubId, actor, 'weights.set', pairing, next, now);
}

const refused = (path: string, rule: string, message: string, received: 'string' | 'object') =>
  new ApiError('invalid_request', `${path} ${message}.`, [{ in: 'body', path, rule, message, received }]);

const everyPairing = async (act: (pairing: Pairing) => Promise<void>): Promise<void> => {
  for (const pairing of PAIRINGS) await act(pairing);
};

/** Keeps the weights as they are, whatever is answered, until they are unfrozen. */
export const freezeWeights = (db: Queryable, hubId: string, actor: Actor, now: Date): Promise<void> =>
  everyPairing((pairing) => change(db, hubId, actor, 'weights.frozen', pairing, (s) => ({ ...s, frozen: true }), now));

/** Lets answers count again, also those of the meantime. */
export const unfreezeWeights = (db: Queryable, hubId: string, actor: Actor, now: Date): Promise<void> =>
  everyPairing((pairing) =>
    change(db, hubId, actor, 'weights.unfrozen', pairing, (s) => ({ ...s, frozen: false, learnedAt: null }), now),
  );

/** The defaults again: nothing frozen, nothing by hand, and the answers so far count no more. */
export const resetWeights = (db: Queryable, hubId: string, actor: Actor, now: Date): Promise<void> =>
  everyPairing((pairing) =>
    change(
      db,
      hubId,
      actor,
      'weights.reset',
      pairing,
      () => ({ ...untouched(pairing), countsFrom: now.toISOString(), learnedAt: now.toISOString() }),
      now,
    ),
  );

/** Learns the weights of a hub from its answers. What is frozen stays, and a pairing that nobody answered has none. */
export const learnHub = (db: Queryable, hubId: string, actor: Actor, now: Date): Promise<void> =>
  everyPairing(async (pairing) => {
    const { version, countsFrom } = await stateOf(db, hubId, pairing);
    if (version === 0 && (await answeredLists(db, hubId, pairing.sides, countsFrom)).length === 0) return;
    await change(
      db,
      hubId,
      actor,
      'weights.learned',
      pairing,
      async (state) =>
        state.frozen ? state : { ...(await learnAnew(db, hubId, pairing, state)), learnedAt: now.toISOString() },
      now,
    );
  });
