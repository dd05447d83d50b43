import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { adopt } from '../lib/adopt.ts';
import { lazy } from '../lib/lazy.ts';
import type { Match } from './actions.ts';
import type { View } from './view.ts';

/** The table, which is loaded when it is unfolded first. */
export const table = lazy('matches/signals', () => import('./signals.ts'));

/** How the score of a match is made, folded. */
export const making = ({ signals }: Match, view: View): TemplateResult =>
  html`<details part="making" @toggle=${unfold}>
    <summary>${view.words.making}</summary>
    ${view.more ? (table.ready?.signalTable(signals, view, view.more) ?? nothing) : nothing}
  </details>`;

async function unfold({ currentTarget }: Event): Promise<void> {
  const { host } = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  try {
    const { signalStyles } = await table.load();
    adopt(host as LitElement, signalStyles);
    (host as LitElement).requestUpdate();
  } catch (error) {
    // It is tried again when it is unfolded again.
    console.error(error);
  }
}
