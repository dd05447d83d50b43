/**
 * What is forgotten with time. A noun whose rows have a life has one line here.
 *
 * @module
 */
import { retainAnnouncements } from '../announcements/store.ts';
import { retainApplications } from '../applications/store.ts';
import { retainAudit } from '../audit/store.ts';
import { retainFeedback } from '../feedback/store.ts';
import type { Hub } from '../hubs/store.ts';
import { retainImports } from '../imports/store.ts';
import { retainIntroductions } from '../introductions/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { retainMails } from '../mails/keeping-store.ts';
import { retainPlans } from '../plans/store.ts';
import { retainSubscriptions } from '../subscriptions/keeping-store.ts';
import { retainProfiles } from './service.ts';

/**
 * Deletes some of what a hub no longer keeps, by its `settings.retention`. Safe to cut off and run again.
 *
 * @returns whether there may be more to delete: then a run ends here, and the next one calls it again.
 */
export type Retain = (db: Queryable, hub: Hub, now: Date) => Promise<boolean>;

export const RETAINERS: readonly Retain[] = [
  retainImports,
  retainIntroductions,
  retainApplications,
  retainAnnouncements,
  retainFeedback,
  retainMails,
  retainSubscriptions,
  retainPlans,
  retainAudit,
  retainProfiles,
];
