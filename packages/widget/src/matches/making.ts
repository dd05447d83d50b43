import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { lazy } from '../lib/lazy.ts';
import type { Match } from './actions.ts';
import type { View } from './view.ts';

/** The table, which is loaded when it is unfolded first. */
const table = lazy('matches/signals', () => import('./signals.ts'));

/** How the score of a match is made, folded. */
export const making = ({ signals }: Match, view: View): TemplateResult =>
  html`<details part="making" @toggle=${unfold}>
    <summary>${view.words.making}</summary>
    ${table.ready?.signalTable(signals, view) ?? nothing}
  </details>`;

async function unfold({ currentTarget }: Event): Promise<void> {
  const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  try {
    const { signalStyles } = await table.load();
    const { styleSheet } = signalStyles;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
    (root.host as LitElement).requestUpdate();
  } catch (error) {
    // It is tried again when it is unfolded again.
    console.error(error);
  }
}
