import { SIDES, type Side } from '../matching/side.ts';
import { type Html, html } from '../report/html.ts';
import type { Slot } from './day.ts';
import { meetingsWith, type Person, partnerOf, type Timetable } from './plan-day.ts';
import { type TimetableWords, titleOf } from './words.ts';

/** Where the sheet of a participant stands, by its place among all. */
export const sheetId = (place: number): string => `sheet-${place + 1}`;

/** The sheets of all who meet anybody: startups, then investors, each side by name. */
export function sheetSections(timetable: Timetable, words: TimetableWords): Html {
  const { title, lead } = words.sheets;
  return html`<section aria-labelledby="sheets"><div class="sheets-head"><h2 id="sheets">${title}</h2><p class="lead">${lead}</p></div>
${SIDES.map((kind) => sheetsOf(kind, timetable, words))}</section>`;
}

function sheetsOf(kind: Side, timetable: Timetable, words: TimetableWords): Html {
  const { compare } = new Intl.Collator(words.locale);
  const people = timetable.people
    .map((person, place) => ({ person, place }))
    .filter(({ person }) => person.kind === kind && meetingsWith(timetable, person).length > 0)
    .sort((a, b) => compare(a.person.name, b.person.name) || a.place - b.place);
  const sheets = people.map(({ person, place }) => html`<li>${sheet(person, place, timetable, words)}</li>`);
  return html`<h3 class="sheets-head">${words.shared.manyOf[kind]}</h3><ul class="sheets">${sheets}</ul>`;
}

function sheet(person: Person, place: number, timetable: Timetable, words: TimetableWords): Html {
  const { day } = timetable;
  const id = sheetId(place);
  const bySlot = new Map(meetingsWith(timetable, person).map((meeting) => [meeting.slot, meeting]));
  const rows = day.slots.map((slot, i) => {
    const meeting = bySlot.get(i);
    const time = html`<th scope="row">${timeOf(slot)}</th>`;
    if (!meeting)
      return html`<tr class="idle">${time}<td></td><td>${person.absent.has(i) ? words.absent : words.free}</td></tr>`;
    return html`<tr>${time}<td>${words.shared.number(meeting.table + 1)}</td><td><bdi>${partnerOf(meeting, person).name}</bdi></td></tr>`;
  });
  const where = [titleOf(day, words), words.shared.format.date((day.slots[0] as Slot).from.date), day.place];
  return html`<article class="sheet" id="${id}" aria-labelledby="${id}-name"><p class="day-of">${where.filter(Boolean).join(' · ')}</p>
<h4 id="${id}-name"><bdi>${person.name}</bdi></h4><p class="kind">${words.shared.kinds[person.kind]}</p>
<table><caption class="unseen">${person.name}</caption><thead><tr><th scope="col">${words.time}</th><th scope="col">${words.table}</th><th scope="col">${words.meets}</th></tr></thead>
<tbody>${rows}</tbody></table></article>`;
}

const timeOf = ({ from, to }: Slot): string => `${from.time}–${to.time}`;
