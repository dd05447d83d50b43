import { documentOf } from '../report/document.ts';
import { html } from '../report/html.ts';
import { offsetOf } from './clock.ts';
import type { Slot } from './day.ts';
import { gridSection } from './page-grid.ts';
import { sheetSections } from './page-sheets.ts';
import type { Timetable } from './plan-day.ts';
import { TIMETABLE_STYLES } from './styles.ts';
import { type TimetableWords, titleOf } from './words.ts';

/**
 * A timetable as one page that needs nothing beside itself: the whole day, who has no meeting, and a
 * sheet for each participant, which is a page of its own when it is printed. No score stands on it, for
 * sheets are handed out.
 */
export function timetablePage(timetable: Timetable, words: TimetableWords): string {
  const title = titleOf(timetable.day, words);
  const body = html`<header class="overview"><p class="brand">Köprü</p><h1>${title}</h1>${whenAndWhere(timetable, words)}<p class="lead">${words.lead}</p></header>
<main>
<div class="overview">
${gridSection(timetable, words)}
${withoutSection(timetable, words)}
</div>
${sheetSections(timetable, words)}
</main>
<footer class="closing"><p>${words.shared.made}</p></footer>`;
  return documentOf({ locale: words.locale, title, styles: TIMETABLE_STYLES, body });
}

function whenAndWhere({ day }: Timetable, { date, time, place, zone, shared }: TimetableWords) {
  const [first, last] = [day.slots[0], day.slots.at(-1)] as [Slot, Slot];
  const facts = [
    [date, shared.format.date(first.from.date)],
    [time, `${first.from.time}–${last.to.time}`],
    ...(day.place === '' ? [] : [[place, day.place]]),
    [zone, `${day.zone.replaceAll('_', ' ')} (UTC${offsetOf(first.start, first.from)})`],
  ];
  return html`<dl class="where">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function withoutSection({ without }: Timetable, words: TimetableWords) {
  if (without.length === 0) return null;
  const { title, name, side, reason, why } = words.without;
  const { kinds } = words.shared;
  const rows = without.map(
    ({ person, why: reasonOf }) =>
      html`<tr><th scope="row"><bdi>${person.name}</bdi></th><td>${kinds[person.kind]}</td><td>${why[reasonOf]}</td></tr>`,
  );
  return html`<section aria-labelledby="without"><h2 id="without">${title}</h2>
<div class="wide" tabindex="0" role="group" aria-labelledby="without"><table class="plain"><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">${name}</th><th scope="col">${side}</th><th scope="col">${reason}</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
