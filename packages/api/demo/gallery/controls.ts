import { LOCALES } from '@kopru/sdk/facets';
import { html, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Address, DIRECTIONS, THEMES, WIDTHS } from './address.ts';
import { SCENES } from './scenes.ts';

interface Acts {
  /** Another text for the hostile states. */
  readonly onText: (text: string) => void;
  /** Another query of the address. */
  readonly onGo: (query: string) => void;
}

/** Draws the fields by which a reader of the gallery chooses. */
export function drawControls(form: HTMLFormElement, address: Address, text: string, { onText, onGo }: Acts): void {
  const choices: readonly (readonly [keyof Address, readonly string[]])[] = [
    ['element', Object.keys(SCENES)],
    ['state', Object.keys(SCENES[address.element])],
    ['lang', LOCALES],
    ['theme', THEMES],
    ['width', WIDTHS],
    ['dir', DIRECTIONS],
  ];
  const choose = (name: keyof Address, value: string) =>
    onGo(`?${new URLSearchParams({ ...address, ...(name === 'element' && { state: 'ready' }), [name]: value })}`);
  render(
    html`${choices.map(
      ([name, values]) => html`<label>${name}
        <select name=${name} .value=${live(address[name])} @change=${({ target }: Event) => choose(name, (target as HTMLSelectElement).value)}>
          ${values.map((value) => html`<option .value=${value} ?selected=${value === address[name]}>${value}</option>`)}
        </select>
      </label>`,
    )}
      <label>text of “hostile”
        <textarea name="text" rows="1" dir="auto" .value=${live(text)} @change=${({ target }: Event) => onText((target as HTMLTextAreaElement).value)}></textarea>
      </label>`,
    form,
  );
}
