import { html, type TemplateResult } from 'lit';
import { countryOptions, type Option } from '../matches/country-options.ts';
import { sectorOptions, stageOptions } from '../matches/options.ts';
import type { AllNames } from '../strings/names/index.ts';
import type { View } from './view.ts';

/** The fields that narrow a search down. */
export function narrowing(codes: AllNames, view: View): TemplateResult {
  const { own, labels } = view;
  const field = (name: string, label: string, options: readonly Option[]) =>
    html`<label><span part="label">${label}</span>
      <select name=${name} part="field">
        <option value="">${own.any}</option>
        ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select></label>`;
  return html`<div class="fields">
    ${field('country', labels.names.country, countryOptions(codes, view))}
    ${field('stage', labels.names.stage, stageOptions(codes, view))}
    ${field('sector', labels.names.sector, sectorOptions(codes, view))}
  </div>`;
}
