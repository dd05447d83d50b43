import { html, nothing, svg, type TemplateResult } from 'lit';
import { MAP, PLACES, type Place } from './places.ts';
import { arcOf, type Corridor, drawn, strengthOf } from './rows.ts';
import type { View } from './view.ts';

/**
 * The corridors as arcs between countries that can be chosen. All that it says stands in the table below it, so that
 * the arcs are nobody's to hear.
 *
 * @param country whose corridors are told; empty for all.
 */
export function corridorMap(
  items: readonly Corridor[],
  country: string,
  choose: (country: string) => void,
  view: View,
): TemplateResult | typeof nothing {
  const corridors = drawn(items);
  if (corridors.length === 0) return nothing;
  const most = Math.max(...corridors.map(strengthOf));
  const arc = (corridor: Corridor) => {
    const { from, to, introductions } = corridor;
    const isOff = country !== '' && from !== country && to !== country;
    // In pixels, however large the map is.
    const width = introductions === null || most === 0 ? 1 : 1.5 + (5.5 * introductions) / most;
    // Where no introduction is told there are offers: a way that nobody is known to have gone.
    const dashes = introductions === null ? '3 4' : nothing;
    return svg`<path class=${isOff ? 'arc off' : 'arc'} part="arc" d=${arcOf(corridor)} stroke-width=${width} stroke-dasharray=${dashes}></path>`;
  };
  const countries = [...PLACES].filter(([code]) => corridors.some(({ from, to }) => from === code || to === code));
  return html`<div class="map" part="map" role="group" aria-label=${view.own.map}>
    <svg viewBox="0 0 ${MAP.width} ${MAP.height}">
      <g aria-hidden="true">${corridors.map(arc)}</g>
      ${countries.map(([code, place]) => dot(code, place, code === country, choose, view))}
    </svg>
    ${country ? html`<button type="button" class="quiet" part="all" @click=${() => choose('')}>${view.own.all}</button>` : nothing}
  </div>`;
}

function dot(
  code: string,
  { x, y, label }: Place,
  isChosen: boolean,
  choose: (country: string) => void,
  { labels }: View,
): TemplateResult {
  const toggle = () => choose(isChosen ? '' : code);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  };
  const name = labels.alone(labels.place(code));
  return svg`<g class="place" part="country" role="button" tabindex="0" aria-label=${name} aria-pressed=${isChosen ? 'true' : 'false'} @click=${toggle} @keydown=${press}>
    <circle class="reach" cx=${x} cy=${y} r="22"></circle>
    <circle class="dot" cx=${x} cy=${y} r="7"></circle>
    <text class=${label} x=${x} y=${y} text-anchor=${label === 'before' ? 'end' : 'middle'}>${name}</text>
  </g>` as TemplateResult;
}
