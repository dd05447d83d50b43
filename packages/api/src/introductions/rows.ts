import type { IntroductionState, Kind } from '@kopru/sdk/schema';
import type { Introduction } from './sides.ts';
import { OPEN } from './state.ts';

export interface Row {
  id: string;
  from_hub: string;
  from_kind: Kind;
  from_id: string;
  from_ref: string;
  from_name: string;
  from_country: string | null;
  to_hub: string;
  to_kind: Kind;
  to_id: string;
  to_ref: string;
  to_name: string;
  to_country: string | null;
  state: IntroductionState;
  blocked: number;
  message: string;
  lang: Introduction['lang'];
  decline_reason: Introduction['declineReason'];
  reminders: number;
  created_at: string;
  delivered_at: string | null;
  expires_at: string;
  decided_at: string | null;
  meeting_at: string | null;
  meeting_minutes: number | null;
  meeting_place: string | null;
  meeting_url: string | null;
  meeting_off: 0 | 1;
  meeting_changes: number;
  meeting_changed_at: string | null;
}

/** Reads rows with what is told of both hubs. */
export const READ = `SELECT i.*, f.name AS from_name, f.country AS from_country, t.name AS to_name, t.country AS to_country
  FROM introductions i JOIN hubs f ON f.id = i.from_hub JOIN hubs t ON t.id = i.to_hub`;

/** SQL list of the open states. */
export const OPEN_STATES = OPEN.map((state) => `'${state}'`).join();

export function fromRow(row: Row): Introduction {
  const side = (at: 'from' | 'to') => ({
    hub: row[`${at}_hub`],
    kind: row[`${at}_kind`],
    id: row[`${at}_id`],
    ref: row[`${at}_ref`],
    home: {
      hub: row[`${at}_hub`],
      name: row[`${at}_name`],
      country: row[`${at}_country`] as Introduction['from']['home']['country'],
    },
  });
  return {
    id: row.id,
    from: side('from'),
    to: side('to'),
    state: row.state,
    blocked: row.blocked === 1,
    message: row.message,
    lang: row.lang,
    declineReason: row.decline_reason,
    reminders: row.reminders,
    createdAt: row.created_at,
    deliveredAt: row.delivered_at,
    expiresAt: row.expires_at,
    decidedAt: row.decided_at,
    meeting: meetingFromRow(row),
  };
}

function meetingFromRow(row: Row): Introduction['meeting'] {
  if (row.meeting_at === null || row.meeting_minutes === null || row.meeting_changed_at === null) return null;
  return {
    at: row.meeting_at,
    minutes: row.meeting_minutes,
    place: row.meeting_place,
    url: row.meeting_url,
    isOff: row.meeting_off === 1,
    changes: row.meeting_changes,
    changedAt: row.meeting_changed_at,
  };
}
