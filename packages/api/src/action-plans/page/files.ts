import type { ActionPlan } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';
import { createEvents } from 'ics';
import { foldLines } from '../../feeds/fold.ts';
import { plain } from '../../feeds/plain.ts';
import { csvCell } from '../../lib/csv-cell.ts';
import { DAY } from '../../lib/time.ts';
import { textIn } from './text.ts';

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
    end: parts(new Date(Date.parse(action.dueOn) + DAY).toISOString()),
    timestamp: at,
    lastModified: at,
    sequence: version,
    status: action.status === 'cancelled' ? ('CANCELLED' as const) : ('CONFIRMED' as const),
  }));
  const { error, value } = createEvents(events, { productId: '-//Kopru//kopru action plans//EN', method: '' });
  if (error || value === null) throw new Error('a calendar was refused', { cause: error });
  return foldLines(value);
}

const parts = (date: string): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];
