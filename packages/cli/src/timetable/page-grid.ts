import { type Html, html } from '../report/html.ts';
import type { Slot } from './day.ts';
import { sheetId } from './page-sheets.ts';
import type { Person, PlannedMeeting, Timetable } from './plan-day.ts';
import { type TimetableWords, tableName } from './words.ts';

/** Most slots side by side: what a sheet of paper has room for. */
const MOST_COLUMNS = 8;

/** All meetings: a row for each table, a column for each slot, in as many parts as a sheet of paper needs. */
export function gridSection(timetable: Timetable, words: TimetableWords): Html {
  const { title, lead } = words.grid;
  return html`<section aria-labelledby="all"><h2 id="all">${title}</h2><p class="lead">${lead}</p>
${partsOf(timetable.day.slots).map((slots) => part(slots, timetable, words))}</section>`;
}

/** The slots in parts of about the same size. */
export function partsOf<T>(slots: readonly T[]): T[][] {
  const parts = Math.ceil(slots.length / MOST_COLUMNS);
  return Array.from({ length: parts }, (_, i) =>
    slots.slice(Math.ceil((i * slots.length) / parts), Math.ceil(((i + 1) * slots.length) / parts)),
  );
}

function part(slots: readonly Slot[], timetable: Timetable, words: TimetableWords): Html {
  const { meetings, people } = timetable;
  const tables = Math.max(0, ...meetings.map(({ table }) => table + 1));
  const at = new Map(meetings.map((meeting) => [`${meeting.slot} ${meeting.table}`, meeting]));
  const places = new Map(people.map((person, place) => [person, place]));
  const name = captionOf(slots, words);
  const rows = Array.from({ length: tables }, (_, table) => {
    const cells = slots.map(({ number }) => cell(at.get(`${number - 1} ${table}`), places));
    return html`<tr><th scope="row">${tableName(table, words)}</th>${cells}</tr>`;
  });
  return html`<div class="wide" tabindex="0" role="group" aria-label="${name}"><table class="day slots-${slots.length}"><caption class="unseen">${name}</caption>
<thead><tr><th scope="col" class="corner">${words.table}</th>${slots.map((slot) => slotHeading(slot, words))}</tr></thead>
<tbody>${rows}</tbody></table></div>
`;
}

const captionOf = (slots: readonly Slot[], { grid }: TimetableWords): string =>
  `${grid.title}, ${slots[0]?.from.time}–${slots.at(-1)?.to.time}`;

const slotHeading = ({ number, from, to }: Slot, { slot, shared }: TimetableWords): Html =>
  html`<th scope="col">${from.time}–${to.time}<small>${slot} ${shared.number(number)}</small></th>`;

function cell(meeting: PlannedMeeting | undefined, places: ReadonlyMap<Person, number>): Html {
  if (!meeting) return html`<td></td>`;
  const link = (person: Person) =>
    html`<a href="#${sheetId(places.get(person) as number)}"><bdi>${person.name}</bdi></a>`;
  return html`<td>${link(meeting.startup)}${link(meeting.investor)}</td>`;
}
