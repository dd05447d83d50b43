import type { Random } from '../../packages/api/demo/seed/random.ts';
import type { Request } from './load-client.ts';

/** A profile as it is first written. */
interface Filled<P> {
  readonly id: string;
  readonly profile: P;
}

export interface Hub {
  readonly startups: readonly Filled<{ readonly pitch: string }>[];
  readonly investors: readonly Filled<object>[];
  /** Counts writes, so that each changes something. */
  serial: number;
}

/** A request of the mix that docs/soak.md tells. */
export function nextRequest(hub: Hub, random: Random): Request {
  const startup = random.pick(hub.startups).id;
  const investor = random.pick(hub.investors).id;
  const [path, kind] = random.chance(0.5)
    ? [`/v1/startups/${startup}`, 'startups']
    : [`/v1/investors/${investor}`, 'investors'];
  const read = { group: 'reads', method: 'GET' } as const;
  const draw = random.whole(0, 99);
  if (draw < 60) return { ...read, name: 'matches', path: `${path}/matches?limit=10` };
  if (draw < 75) return { ...read, name: 'profile', path, expects: path };
  if (draw < 80) return { ...read, name: 'page', path: `/v1/${kind}?limit=20` };
  if (draw < 85) {
    const body = { subject: { kind: 'startup', id: startup }, candidate: { kind: 'investor', id: investor } };
    return { group: 'reads', method: 'POST', name: 'score', path: '/v1/score', body };
  }
  const serial = ++hub.serial;
  const write = { group: 'writes', method: 'PATCH', path: `/v1/startups/${startup}` } as const;
  const body =
    draw < 90
      ? { pitch: `${random.pick(hub.startups).profile.pitch} № ${serial}.` }
      : { raise: { amount: 100_000 + serial, currency: 'USD' } };
  return { ...write, name: draw < 90 ? 'text' : 'facet', body, expects: write.path };
}
