import type { IntroductionView } from '@kopru/sdk/schema';
import { listIntroductions } from '../introductions/list-store.ts';
import { mayMeet } from '../introductions/parties.ts';
import { present } from '../introductions/service.ts';
import type { Introduction, Meeting } from '../introductions/sides.ts';
import type { Queryable } from '../lib/queryable.ts';
import { WORDS } from '../mails/strings/index.ts';
import { calendarFile } from './calendar-file.ts';
import type { Feed } from './store.ts';

/** Rows that are read at once. */
const PAGE = 200;

/**
 * The meetings of a profile as a calendar: those of accepted introductions that have a time. A meeting
 * has the same UID in the calendars of both sides. It is cancelled once it was called off, or one of the two may
 * no longer be shown to the other, who then stands without a name. Contacts are in no calendar.
 *
 * @param name of the profile that the calendar is for.
 */
export async function toCalendar(db: Queryable, feed: Feed, name: string, deployment: string): Promise<string> {
  const introductions = await withMeeting(db, feed);
  const views = await present(db, { hub: feed.hub, viewer: feed.profile }, introductions);
  const events = await Promise.all(
    introductions.map(async (introduction, i) => {
      const { from, to, meeting } = introduction;
      const isMine = from.hub === feed.hub.id && from.kind === feed.profile.kind && from.id === feed.profile.id;
      const view = views[i] as IntroductionView;
      const other = (isMine ? view.to : view.from).card?.name;
      const isOn = !meeting.isOff && other !== undefined && (await mayMeet(db, from, to));
      const shown = isOn || meeting.isOff ? other : undefined;
      const title = `${shown ?? WORDS[feed.locale].introduction.hidden} – ${name}`;
      return { uid: `${introduction.id}@${deployment}.kopru`, title, meeting, isOn };
    }),
  );
  return calendarFile(events);
}

async function withMeeting(db: Queryable, { hub, profile }: Feed) {
  const found: (Introduction & { readonly meeting: Meeting })[] = [];
  let cursor: string | undefined;
  do {
    const page = await listIntroductions(
      db,
      { hubId: hub.id, profile, staff: false },
      { state: 'accepted', limit: PAGE, cursor },
    );
    found.push(...page.items.flatMap((item) => (item.meeting ? [{ ...item, meeting: item.meeting }] : [])));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}
