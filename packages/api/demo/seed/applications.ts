import { dayOf, type NormalProfile, type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { type Call, type Currency, parentOf } from '@kopru/sdk/facets';
import type { ApplicationState, Programme } from '@kopru/sdk/schema';
import { DAY } from '../../src/lib/time.ts';
import { ROUNDS, rounded } from './money.ts';
import { createRandom, type Random } from './random.ts';

/** What an application was from a time on. */
interface Move {
  readonly at: Date;
  readonly state: ApplicationState;
  readonly stage?: string | undefined;
}

/** An application to a call of a programme, with what became of it until now. */
interface InventedApplication {
  readonly startup: string;
  readonly programme: string;
  readonly call: string;
  /** The oldest first. */
  readonly moves: readonly [Move, ...Move[]];
  readonly raised?: { readonly amount: number; readonly currency: Currency } | undefined;
}

const PAIRING = pairingOf('startup', 'programme') as Pairing;
/** The share of startups of another field that apply too. */
const OTHERS = 0.4;
/** A programme leads for so long, and a stage of the pipeline takes so long, in days. */
const COURSE = 90;
const STAGE = 60;

/** What startups of one hub ask of one of its programmes, call by call. The same input gives the same applications. */
export function inventApplications(
  { id, calls = [], sectors }: Pick<Programme, 'calls' | 'sectors'> & { readonly id: string },
  programme: NormalProfile,
  startups: readonly NormalProfile[],
  pipeline: readonly string[],
  now: Date,
): InventedApplication[] {
  const isOfField = ({ id: startup, facets }: NormalProfile) =>
    !sectors ||
    facets.sectors?.some((code) => sectors.includes(code) || sectors.includes(parentOf(code) ?? code)) ||
    createRandom(`${id} ${startup}`).chance(OTHERS);
  // Who was in one cohort is not in the next: each startup asks once.
  const asks = ({ id: startup }: NormalProfile, { name }: Call) =>
    createRandom(`${startup} ${id}`).pick(calls).name === name;
  return calls.flatMap((call) => {
    const opens = call.opensOn === undefined ? new Date(now.getTime() - 200 * DAY) : new Date(call.opensOn);
    if (opens >= now) return [];
    const day = call.opensOn ?? dayOf(now);
    const may = (startup: NormalProfile) => whyNot(PAIRING, startup, programme, undefined, day).eligible;
    let places = call.capacity ?? Number.POSITIVE_INFINITY;
    return startups
      .filter((startup) => asks(startup, call) && isOfField(startup) && may(startup))
      .map((startup) => {
        const random = createRandom(`${id} ${call.name} ${startup.id}`);
        const isWanted = random.chance(0.7) && places > 0;
        const moves = inventMoves(call, { opens, now, isWanted, pipeline, random });
        const joined = moves.some(({ state }) => state === 'admitted');
        if (joined) places--;
        const [low, high] = ROUNDS[startup.facets.stage ?? 'pre_seed'];
        const raised = joined && moves.at(-1)?.state === 'alumni' && random.chance(0.6);
        const amount = rounded(low + random.next() * (high - low), 'USD');
        return {
          ...{ startup: startup.id, programme: id, call: call.name, moves },
          ...(raised && { raised: { amount, currency: 'USD' as const } }),
        };
      });
  });
}

/** From the day of the application to today, as far as the call has got. */
function inventMoves(
  { closesOn, startsOn }: Call,
  given: { opens: Date; now: Date; isWanted: boolean; pipeline: readonly string[]; random: Random },
): [Move, ...Move[]] {
  const { opens, now, isWanted, pipeline, random } = given;
  const last = Math.min(closesOn === undefined ? now.getTime() : Date.parse(closesOn), now.getTime());
  const applied = opens.getTime() + Math.floor(random.next() * (last - opens.getTime()));
  const decided = (closesOn === undefined ? applied : Date.parse(closesOn)) + random.whole(5, 20) * DAY;
  const begins = startsOn === undefined ? decided : Date.parse(startsOn);
  const at = random.whole(0, 2);
  const moves: Move[] = [{ at: new Date(decided), state: isWanted ? 'admitted' : 'declined' }];
  if (isWanted && random.chance(0.08)) moves.push({ at: new Date(begins), state: 'withdrawn' });
  else if (isWanted) {
    const finished = begins + COURSE * DAY;
    for (const [i, stage] of pipeline.slice(at).entries()) {
      const reached = begins + i * STAGE * DAY;
      moves.push({ at: new Date(reached), state: reached < finished ? 'admitted' : 'alumni', stage });
    }
  }
  return [{ at: new Date(applied), state: 'applied' }, ...moves.filter((move) => move.at <= now)];
}
