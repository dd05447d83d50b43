import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { EventType } from '@kopru/sdk/schema';
import type { Introduction, Side } from '../../introductions/sides.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { enqueueForProfile } from '../store.ts';

/** What a mail about an introduction keeps in the outbox: ids and states only. */
export interface IntroductionMail {
  readonly introduction: string;
  readonly event: 'requested' | 'reminder' | 'accepted' | 'declined' | 'expired';
}

/** Who gets mail of what happens, and which mail. Nobody gets one of what it did itself and need not know more of. */
const TOLD: Partial<Record<EventType, { readonly event: IntroductionMail['event']; readonly to: readonly Role[] }>> = {
  'introduction.requested': { event: 'requested', to: ['to'] },
  'introduction.approved': { event: 'requested', to: ['to'] },
  'introduction.reminder': { event: 'reminder', to: ['to'] },
  'introduction.accepted': { event: 'accepted', to: ['from', 'to'] },
  'introduction.declined': { event: 'declined', to: ['from'] },
  'introduction.expired': { event: 'expired', to: ['from'] },
};
type Role = 'from' | 'to';

/**
 * The statements that put the mails about what happened to an introduction into the outbox, for the
 * subscribers of those sides that hear of it.
 *
 * @param hears the sides that are told: an asked side hears nothing while it is blocked or not yet asked.
 */
export function noticesOf(
  db: Queryable,
  introduction: Introduction,
  type: EventType,
  hears: readonly Side[],
  now: Date,
): D1PreparedStatement[] {
  const told = TOLD[type];
  if (!told) return [];
  const { id, reminders } = introduction;
  const { event } = told;
  const notice = event === 'reminder' ? 'reminder' : 'introduction';
  return told.to
    .map((role) => introduction[role])
    .filter((side) => hears.includes(side))
    .map((side) =>
      enqueueForProfile(
        db,
        {
          hubId: side.hub,
          kind: side.kind,
          id: side.id,
          notice,
          occasion: event === 'reminder' ? `${id} ${event} ${reminders}` : `${id} ${event}`,
          data: { introduction: id, event } satisfies IntroductionMail,
        },
        now,
      ),
    );
}
