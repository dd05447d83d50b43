import type { CorridorList } from '@kopru/sdk/schema';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { COUNTS, type Corridor, type Count, totalOf } from './rows.ts';
import type { View } from './view.ts';

/**
 * The numbers as a table, with bars as its chart. The roles are spelled out since a narrow table is laid out as a
 * grid, which may cost it its own.
 *
 * @param listed how many of them have a row; the totals are of all.
 * @param country whose corridors they are; empty for all.
 */
export function corridorTable(
  corridors: readonly Corridor[],
  listed: number,
  country: string,
  asOf: CorridorList['asOf'],
  view: View,
): TemplateResult {
  const { own, labels } = view;
  const most = Math.max(0, ...corridors.map(({ introductions }) => introductions ?? 0));
  const cells = (countOf: (count: Count) => number | null) =>
    COUNTS.map((count) => html`<td role="cell" part="count" class="figure">${figure(countOf(count), view)}</td>`);
  return html`<table part="table" role="table">
      <caption part="heading">${own.title}${country ? `: ${labels.alone(labels.place(country))}` : nothing}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" part="column">${own.corridor}</th>
          ${COUNTS.map((count) => html`<th scope="col" role="columnheader" part="column" class="figure ${count}">${own.counts[count]}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${corridors.slice(0, listed).map(
          (corridor) => html`<tr role="row" part="row" data-place=${keyOf(corridor)} tabindex="-1">
            <th scope="row" role="rowheader" part="corridor">${names(corridor, view)} ${most > 0 ? bars(corridor, most) : nothing}</th>
            ${cells((count) => corridor[count])}
          </tr>`,
        )}
      </tbody>
      ${
        corridors.length > 1
          ? html`<tfoot role="rowgroup">
              <tr role="row" part="total"><th scope="row" role="rowheader">${own.total}</th>${cells((count) => totalOf(corridors, count))}</tr>
            </tfoot>`
          : nothing
      }
    </table>
    <p class="hint" part="note">${own.countsHint} <span>${own.asOf(labels.date(asOf))}</span></p>`;
}

export const keyOf = ({ from, to }: Corridor): string => `${from} ${to}`;

const names = ({ from, to }: Corridor, { labels }: View): TemplateResult =>
  html`<span class="names"><span>${labels.alone(labels.place(from))}</span><span class="sr"> – </span><span class="arrow" aria-hidden="true">→</span><span>${labels.alone(labels.place(to))}</span></span>`;

const figure = (count: number | null, { labels, own }: View): TemplateResult =>
  count === null ? html`<span class="few">${own.few}</span>` : html`${labels.number(count, 0)}`;

/** The introductions, and in front of them those that were accepted. The numbers beside them say the same. */
const bars = ({ introductions, acceptances }: Corridor, most: number): TemplateResult => {
  // Geometry in attributes of SVG: a strict CSP blocks style attributes, not these.
  const rect = (name: string, count: number | null) =>
    svg`<rect class=${name} width=${(100 * (count ?? 0)) / most} height="8"></rect>`;
  return html`<svg class="bar" part="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="8"></rect>${rect('introductions', introductions)}${rect('acceptances', acceptances)}`}
  </svg>`;
};
