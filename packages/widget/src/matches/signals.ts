import { utility } from '@kopru/sdk/engine/score';
import type { Kind, MatchList } from '@kopru/sdk/schema';
import { html, type TemplateResult } from 'lit';
import type { MoreWords } from '../strings/more/index.ts';
import { bar } from './score.ts';
import type { View } from './view.ts';

export { signalStyles } from './signals.styles.ts';

type Signals = MatchList['matches'][number]['signals'];

/**
 * How a score is made: each signal with its fit and its weight for each side, and the total of each
 * side. The roles are spelled out since a narrow table is laid out as a grid, which may cost it its own.
 */
export function signalTable(signals: Signals, { words, labels }: View, more: MoreWords): TemplateResult {
  const sides = Object.keys(signals[0]?.weights ?? {}) as Kind[];
  return html`<p class="hint">${more.makingHint}</p>
    <table class="signals" part="signals" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${more.signal}</th>
          <th scope="col" role="columnheader">${more.fit}</th>
          ${sides.map((side) => html`<th scope="col" role="columnheader" class="figure">${more.weight[side]}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${signals.map(
          ({ name, value, weights }) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${Object.hasOwn(labels.names, name) ? labels.names[name] : name}</th>
              <td role="cell">
                ${value === null ? html`<span class="unstated">${words.notStated}</span>` : html`<span class="fit">${bar(value)}${labels.percent(value)}</span>`}
              </td>
              ${sides.map((side) => html`<td role="cell" class="figure">${labels.percent(weights[side] ?? 0)}</td>`)}
            </tr>`,
        )}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th scope="row" role="rowheader">${more.total}</th>
          <td role="cell"></td>
          ${sides.map((side) => html`<td role="cell" class="figure">${labels.number(100 * utility(signals, side), 1)}</td>`)}
        </tr>
      </tfoot>
    </table>`;
}
