import type { ActionPlan } from '@kopru/sdk/schema';
import { type Locale, textIn } from '@kopru/sdk/strings';
import { csvCell } from '../../lib/csv-cell.ts';
import { icsFile } from '../../lib/ics-file.ts';
import { plain } from '../../lib/plain.ts';

const COLUMNS = [
  'id',
  'title',
  'owner',
  'partners',
  'countries',
  'startsOn',
  'dueOn',
  'status',
  'standing',
  'progress',
];

/** The actions as RFC 4180. */
export function planCsv({ plan, states }: ActionPlan, locale: Locale): string {
  const rows = plan.actions.map((action, i) => {
    const { standing, progress } = states[i] as ActionPlan['states'][number];
    return [
      ...[
        action.id,
        textIn(action.title, locale),
        action.owner,
        action.partners.join('; '),
        action.countries.join(' '),
      ],
      ...[action.startsOn, action.dueOn, action.status, standing, progress === null ? '' : String(progress)],
    ];
  });
  return [COLUMNS, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** The last days of actions as a calendar (RFC 5545), one entry a day. @param deployment makes ids that are nobody else's */
export function planCalendar(
  { id, version, updatedAt, plan }: ActionPlan,
  hub: string,
  locale: Locale,
  deployment: string,
) {
  const at = new Date(updatedAt).getTime();
  const events = plan.actions.map((action) => ({
    uid: `${action.id}.${id}.${hub}@${deployment}.kopru`,
    title: plain(textIn(action.title, locale)),
    start: parts(action.dueOn),
    duration: { days: 1 },
    timestamp: at,
    lastModified: at,
    sequence: version,
    status: action.status === 'cancelled' ? ('CANCELLED' as const) : ('CONFIRMED' as const),
  }));
  return icsFile(events, 'kopru action plans');
}

const parts = (date: string): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];
