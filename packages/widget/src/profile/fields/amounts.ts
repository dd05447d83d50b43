import type { Currency } from '@kopru/sdk/facets';
import { html, nothing, type TemplateResult } from 'lit';
import { type Field, leavesOf } from '../form.ts';
import { partName } from '../names.ts';
import { parseNumber } from '../numbers.ts';
import { idOf, type Sheet } from '../sheet.ts';
import { currencySelect } from './choices.ts';
import { below, several } from './frame.ts';
import { line } from './texts.ts';

/** An amount, or a smallest and a largest, with its currency or unit; and how each sum is understood. */
export function amountsField(field: Field, sheet: Sheet): TemplateResult {
  const currency = `${field.path}/currency`;
  const part = (leaf: string) =>
    html`<div class="part">
      <label for=${idOf(leaf)}><span>${partName(field, leaf, sheet.view)}</span></label>
      ${
        leaf === currency
          ? currencySelect(leaf, sheet)
          : html`${line(field, leaf, sheet)}${leavesOf(field).includes(currency) ? html`<p class="echo">${echo(field, leaf, sheet)}</p>` : nothing}`
      }
      ${below(leaf, sheet)}
    </div>`;
  return several(field, sheet, html`<div class="parts">${leavesOf(field).map(part)}</div>`);
}

/** The amount as a card would write it, so that nobody is off by three digits. */
function echo({ path, min = 0, max = Number.POSITIVE_INFINITY }: Field, leaf: string, { values, view }: Sheet): string {
  const amount = parseNumber(String(values[leaf] ?? ''));
  if (amount === undefined || amount < min || amount > max) return '';
  return view.labels.money({ amount, currency: values[`${path}/currency`] as Currency });
}
