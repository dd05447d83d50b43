import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import { type DemoHub, REGION } from '../src/demo/hub.ts';
import { newExchangeId } from '../src/lib/exchange-id.ts';
import type { Queryable } from '../src/lib/queryable.ts';
import { DAY, daysAfter } from '../src/lib/time.ts';
import { outcomes } from './seed-outcomes.ts';
import { rowsInto } from './seed-store.ts';

/** A profile of the region that may be shown. */
export interface Shown {
  readonly hub: DemoHub;
  readonly kind: Kind;
  readonly id: string;
}

/** A profile whose owner let other hubs see it, with the id by which they know it. */
export interface Released extends Shown {
  readonly ref: string;
}

/** One in so many owners lets nobody see the profile but its own hub. */
const STAYS = 9;

/** The statements that open the exchange between all hubs of the region, with the consents of most owners and what came of it. */
export function openExchange(db: Queryable, shown: readonly Shown[], now: Date): D1PreparedStatement[] {
  const at = now.toISOString();
  const pairs = REGION.flatMap((proposer, i) =>
    REGION.slice(i + 1).map((partner) => [proposer.id, partner.id] as const),
  );
  const ways = REGION.flatMap(({ id, country }) =>
    REGION.flatMap((from) => (from.country === country ? [] : [{ hub_id: id, country: from.country, created_at: at }])),
  );
  const released = shown.filter((_, i) => i % STAYS !== 0).map((profile) => ({ ...profile, ref: newExchangeId() }));
  return [
    ...rowsInto(db, 'corridor_subscriptions', ways),
    ...rowsInto(
      db,
      'agreements',
      pairs.map(([proposer, partner]) => ({
        ...{ id: `agr_${proposer}_${partner}`, proposer, partner },
        ...{ proposed_at: at, accepted_at: at, accepted_by: partner },
      })),
    ),
    ...rowsInto(
      db,
      'exchange_ids',
      released.map(({ hub, kind, id, ref }) => ({ id: ref, hub_id: hub.id, kind, profile_id: id })),
    ),
    ...rowsInto(
      db,
      'consents',
      released.map(({ hub, kind, id }) => ({
        ...{ id: `con_${kind}_${id}`, hub_id: hub.id, kind, profile_id: id, purpose: 'exchange', release_text: 1 },
        ...{ text_version: 'demo', text_language: 'en', given_by: 'Demo', method: 'import' },
        ...{ given_at: at, recorded_at: at, recorded_by: 'secret' },
      })),
    ),
    ...rowsInto(db, 'introductions', introduce(released, now)),
    ...outcomes(db, released, now),
  ];
}

/** What startups ask of investors elsewhere: each of that of its own topic and of the next two; two in five accept. */
function introduce(released: readonly Released[], now: Date): object[] {
  const of = (kind: Kind) => released.filter((profile) => profile.kind === kind);
  const investors = of('investor');
  return of('startup').flatMap((from, i) =>
    [0, 1, 2].flatMap((step) => {
      const to = investors[(i + step) % investors.length];
      if (!to || to.hub.id === from.hub.id) return [];
      const created = new Date(now.getTime() - (((i * 7 + step * 11) % 25) + 1) * DAY);
      const isAccepted = (i + step) % 5 < 2;
      return [
        {
          ...{ id: `int_demo_${i}_${step}`, state: isAccepted ? 'accepted' : 'requested', blocked: 0, message: '' },
          ...{ from_hub: from.hub.id, from_kind: from.kind, from_id: from.id, from_ref: from.ref },
          ...{ to_hub: to.hub.id, to_kind: to.kind, to_id: to.id, to_ref: to.ref },
          ...{ created_at: created.toISOString(), delivered_at: created.toISOString() },
          ...{ expires_at: daysAfter(created, 30), decided_at: isAccepted ? daysAfter(created, 1) : null },
        },
      ];
    }),
  );
}
