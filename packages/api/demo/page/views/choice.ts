import { html, type TemplateResult } from 'lit';

/** One of a few: radio buttons that look like one control. */
export function choice<T extends string>(
  name: string,
  legend: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  onChoose: (value: T) => void,
): TemplateResult {
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    <div>
      ${options.map(
        ([value, label]) =>
          html`<label>
            <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => onChoose(value)} />
            <span>${label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
