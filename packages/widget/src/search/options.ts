import { SECTORS, STAGES } from '@kopru/sdk/facets';
import { html, type TemplateResult } from 'lit';
import type { AllNames } from '../strings/names/index.ts';
import type { View } from './view.ts';

type Option = readonly [value: string, text: string];

/** The fields that narrow a search down. */
export function narrowing(codes: AllNames, { own, labels, locale }: View): TemplateResult {
  const { compare } = new Intl.Collator(locale);
  const countries = Object.keys(codes.countries)
    .map((code): Option => [code, labels.alone(labels.place(code))])
    .sort(([, a], [, b]) => compare(a, b));
  const field = (name: string, label: string, options: readonly Option[]) =>
    html`<label><span part="label">${label}</span>
      <select name=${name} part="field">
        <option value="">${own.any}</option>
        ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select></label>`;
  return html`<div class="fields">
    ${field('country', labels.names.country, countries)}
    ${field(
      'stage',
      labels.names.stage,
      STAGES.map((code) => [code, labels.alone(labels.stage(code))]),
    )}
    ${field(
      'sector',
      labels.names.sector,
      // The sectors of a field stand under it, set in.
      SECTORS.map(({ code, parent }) => [code, `${parent ? '\u2003' : ''}${labels.alone(labels.sector(code))}`]),
    )}
  </div>`;
}
