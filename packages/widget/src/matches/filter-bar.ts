import { LEVELS, levelOf } from '@kopru/sdk/engine/level';
import { html, nothing, type TemplateResult } from 'lit';
import type { FilterWords } from '../strings/filters/words.ts';
import type { AllNames } from '../strings/names/index.ts';
import { countryOptions, type Option } from './country-options.ts';
import type { Filter } from './filter.ts';
import { sectorOptions, stageOptions } from './options.ts';
import type { View } from './view.ts';

export { filterBarStyles } from './filter-bar.styles.ts';

export interface FilterView extends View {
  readonly own: FilterWords;
  readonly codes: AllNames;
}

/** The fields by which a reader filters a list. @param onFilter says whether the list follows. */
export function filterBar(filter: Filter, onFilter: (filter: Filter) => boolean, view: FilterView): TemplateResult {
  const { own, labels, codes } = view;
  const choose = (name: keyof Filter, label: string, options: readonly Option[], none = own.any) => {
    const chosen = String(filter[name] ?? '');
    const onChange = (event: Event) => {
      const select = event.currentTarget as HTMLSelectElement;
      if (!onFilter({ ...filter, [name]: select.value })) select.value = chosen;
    };
    return html`<label><span>${label}</span>
      <select name=${name} part="field" @change=${onChange}>
        ${[['', none] as const, ...options].map(
          ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select></label>`;
  };
  return html`<div class="fields">
    ${choose(
      'only',
      own.show,
      (['new', 'saved', 'passed'] as const).map((only) => [only, own.only[only]] as const),
      own.only.open,
    )}
    ${choose('country', labels.names.country, countryOptions(codes, view))}
    ${choose('stage', labels.names.stage, stageOptions(codes, view))}
    ${choose('sector', labels.names.sector, sectorOptions(codes, view))}
    ${choose('minScore', own.lowest, scores(filter, view))}
    ${Object.keys(filter).length > 0 ? html`<button type="button" part="button" class="quiet" @click=${() => onFilter({})}>${own.clear}</button>` : nothing}
  </div>`;
}

/** Scores from which on a level begins, and the one that is set. */
function scores({ minScore }: Filter, { labels, words }: FilterView): Option[] {
  const set = Number(minScore) || 0;
  const all = new Set([...LEVELS.map(([, lowest]) => lowest), ...(set > 0 ? [set] : [])]);
  return [...all]
    .sort((a, b) => a - b)
    .map((score) => [String(score), `${labels.number(score, 1)}+ · ${words.levels[levelOf(score)]}`]);
}
