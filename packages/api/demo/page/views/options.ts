import { html, type TemplateResult } from 'lit';

/** One of several, with its label before it. */
export function options<T extends string>(
  label: string,
  all: readonly (readonly [T, string])[],
  chosen: T | undefined,
  onChoose: (value: T) => void,
): TemplateResult {
  return html`<label class="options-of">
    <span>${label}</span>
    <select @change=${(event: Event) => choose(event, all, onChoose)}>
      ${all.map(([value, text]) => html`<option .selected=${value === chosen}>${text}</option>`)}
    </select>
  </label>`;
}

function choose<T>(event: Event, all: readonly (readonly [T, string])[], onChoose: (value: T) => void): void {
  const found = all[(event.target as HTMLSelectElement).selectedIndex];
  if (found) onChoose(found[0]);
}
