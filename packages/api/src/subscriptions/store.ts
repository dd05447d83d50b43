import type { Kind } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';
import type { Queryable } from '../lib/queryable.ts';

/** A subscription as it is stored. */
export interface SubscriptionRow {
  readonly id: string;
  readonly hub_id: string;
  readonly kind: Kind;
  readonly profile_id: string;
  readonly email: string;
  readonly email_key: string;
  readonly name: string | null;
  readonly locale: Locale;
  readonly time_zone: string;
  readonly frequency: 'instantly' | 'daily' | 'weekly';
  readonly weekday: number;
  readonly hour: number;
  readonly min_score: number;
  readonly max_items: number;
  readonly digest: number;
  readonly introduction: number;
  readonly reminder: number;
  readonly nothing_new: number;
  readonly state: 'pending' | 'confirmed' | 'ended';
  readonly next_at: string | null;
  readonly created_at: string;
  readonly confirmed_at: string | null;
  readonly ended_at: string | null;
  readonly updated_at: string;
}

export const getSubscription = (db: Queryable, hubId: string, id: string): Promise<SubscriptionRow | null> =>
  db.prepare('SELECT * FROM subscriptions WHERE hub_id = ? AND id = ?').bind(hubId, id).first<SubscriptionRow>();
