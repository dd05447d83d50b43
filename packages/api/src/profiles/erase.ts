/**
 * What an erasure deletes. A noun that stores anything about a profile exports `eraseProfile` from
 * its store and has one line here.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import { eraseProfile as eraseAnnouncements } from '../announcements/store.ts';
import { eraseProfile as eraseApplications } from '../applications/store.ts';
import { eraseProfile as eraseAudit } from '../audit/store.ts';
import { eraseProfile as eraseBlocks } from '../blocks/store.ts';
import { eraseProfile as eraseExposure } from '../exposure/store.ts';
import { eraseProfile as eraseFeedback } from '../feedback/store.ts';
import { eraseProfile as eraseFeeds } from '../feeds/store.ts';
import { eraseProfile as eraseImports } from '../imports/store.ts';
import { eraseProfile as eraseIntroductions } from '../introductions/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { eraseProfile as eraseMails } from '../mails/keeping-store.ts';
import { eraseProfile as erasePlans } from '../plans/store.ts';
import { eraseProfile as eraseSnapshots } from '../snapshots/store.ts';
import { eraseProfile as eraseSubscriptions } from '../subscriptions/keeping-store.ts';

/** The statements that delete all that a noun keeps about a profile, in every hub that keeps it. */
export type EraseProfile = (db: Queryable, hubId: string, kind: Kind, id: string) => D1PreparedStatement[];

const ERASERS: readonly EraseProfile[] = [
  eraseImports,
  eraseSubscriptions,
  // Before the introductions and the applications, by which it finds messages that quote a profile.
  eraseMails,
  eraseIntroductions,
  eraseBlocks,
  eraseFeedback,
  eraseFeeds,
  eraseExposure,
  eraseAnnouncements,
  erasePlans,
  eraseApplications,
  eraseSnapshots,
  eraseAudit,
];

/** The statements of every noun, for the batch that deletes the profile itself; they run before it. */
export const eraseEverywhere: EraseProfile = (db, hubId, kind, id) =>
  ERASERS.flatMap((erase) => erase(db, hubId, kind, id));
