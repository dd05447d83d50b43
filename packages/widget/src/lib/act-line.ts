import { html, nothing, type TemplateResult } from 'lit';
import type { Act, Acts } from './acts.ts';
import { failureText } from './notice.ts';
import type { View } from './view.ts';

/**
 * What the reader did to one thing of a list, with the way back while there is one, or why it failed.
 *
 * @param text what was done, in words.
 */
export function actLine<N extends string>(
  id: string,
  act: Act<N>,
  text: string,
  acts: Acts<N>,
  view: View,
): TemplateResult {
  const { words } = view;
  const { phase, failure } = act;
  return html`<div class="act" part="act">
    <p tabindex="-1" data-first>${phase === 'failed' && failure ? html`<strong class="wrong">${failureText(failure, view)}</strong>` : text}</p>
    ${
      phase === 'failed'
        ? html`<button type="button" part="button" class="quiet" @click=${() => acts.again(id)}>${words.retry}</button>`
        : nothing
    }
    ${
      phase === 'held' || phase === 'failed'
        ? html`<button type="button" part="button" class="quiet" @click=${() => acts.undo(id)}>${words.undo}</button>`
        : nothing
    }
  </div>`;
}
