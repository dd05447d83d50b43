import type { CoInvestmentRequest } from '@kopru/sdk/schema';
import { html, type TemplateResult } from 'lit';
import type { View } from './view.ts';

/** What a round asks of all who take part; what is not there it does not ask. */
export type Rules = NonNullable<CoInvestmentRequest['rules']>;

/** Most that the API takes. */
const MOST = { minCountries: 20, maxInvestors: 100 } as const;

/** The form in which a reader asks for other rules. What is no number the browser tells. */
export function rulesForm(rules: Rules, onAsk: (rules: Rules) => void, { own }: View): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onAsk(rulesIn(event.currentTarget as HTMLFormElement));
  };
  const count = (name: keyof typeof MOST) =>
    html`<label><span part="label">${own[name]}</span>
      <input type="number" part="field" name=${name} min="1" max=${MOST[name]} placeholder=${own.any} .value=${String(rules[name] ?? '')} />
    </label>`;
  return html`<form part="form" @submit=${submit}>
    <fieldset>
      <legend part="label">${own.rules}</legend>
      <div class="fields">
        ${count('minCountries')} ${count('maxInvestors')}
        <label class="check"><input type="checkbox" name="needsLead" .checked=${rules.needsLead === true} /><span>${own.needsLead}</span></label>
        <button type="submit" part="button">${own.ask}</button>
      </div>
    </fieldset>
  </form>`;
}

function rulesIn(form: HTMLFormElement): Rules {
  const data = new FormData(form);
  const count = (name: string) => Number(data.get(name));
  return rulesOf(count('minCountries'), count('maxInvestors'), data.has('needsLead'));
}

/** @param minCountries and `maxInvestors`: 0 where nothing is asked. */
export const rulesOf = (minCountries: number, maxInvestors: number, needsLead: boolean): Rules => ({
  ...(minCountries > 0 && { minCountries }),
  ...(maxInvestors > 0 && { maxInvestors }),
  ...(needsLead && { needsLead }),
});
