import { html, type TemplateResult } from 'lit';
import { actLine } from '../lib/act-line.ts';
import type { Act, Acts } from '../lib/acts.ts';
import type { ApplicationAction } from '../strings/applications/index.ts';
import type { View } from './view.ts';

/** Codes by which the API says that something is not as the reader saw it. */
const REFUSALS: readonly unknown[] = ['conflict', 'forbidden', 'invalid_request', 'not_found'];

export const isRefusal = (code: unknown): boolean => REFUSALS.includes(code);

/**
 * What the reader did, or why it was refused, which trying again would not change.
 *
 * @param refused why, in words.
 */
export function doneLine(
  id: string,
  act: Act<ApplicationAction>,
  refused: string,
  acts: Acts<ApplicationAction>,
  view: View,
): TemplateResult {
  if (act.phase !== 'failed' || !isRefusal(act.failure?.code))
    return actLine(id, act, view.own.done[act.name], acts, view);
  return html`<div class="act" part="act"><p tabindex="-1" data-first class="wrong">${refused}</p></div>`;
}
