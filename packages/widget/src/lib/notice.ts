import { html, nothing, type TemplateResult } from 'lit';
import type { Notice } from '../strings/index.ts';
import type { Failure } from './failure.ts';
import type { View } from './view.ts';

/** What stands in place of a list. */
export const notice = (
  { title, hint }: Notice,
  detail = '',
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<div class="notice" part="notice" data-place="notice" tabindex="-1">
    <p class="title">${title}</p>
    <p>${detail || hint}</p>
    ${action}
  </div>`;

/**
 * What stands in place of a list that did not come, and what the reader can do.
 *
 * @param title of an error of the API.
 * @param given what the host page says of an error.
 */
export function troubleNotice(
  failure: Failure,
  title: Notice,
  given: string,
  view: View,
  retry: () => void,
): TemplateResult {
  const { words } = view;
  const { state, seconds, requestId } = failure;
  const isError = state === 'error';
  return notice(
    isError ? title : words[state],
    isError ? given : seconds > 0 ? words.wait(seconds) : '',
    html`${isError && requestId ? html`<p class="hint">${reference(requestId, view)}</p>` : nothing}
      <button type="button" part="retry" data-first @click=${retry}>${words.retry}</button>`,
  );
}

const reference = (requestId: string, { words }: View) => html`${words.reference}: <code>${requestId}</code>`;

/** Asks for the next page; says when it is on its way, and why it did not come. */
export const moreButton = (paging: boolean | Failure, more: () => void, view: View): TemplateResult =>
  html`<div class="more" data-place="more" tabindex="-1">
    ${typeof paging === 'object' ? html`<p class="wrong" role="alert">${failureText(paging, view)}</p>` : nothing}
    <button type="button" part="button more" class="quiet" aria-disabled=${paging === true} @click=${more}>
      ${view.words.more}
    </button>
  </div>`;

/** Why an act could not be done. */
export function failureText(failure: Failure, view: View): TemplateResult {
  const { words } = view;
  const { state, code, seconds, requestId } = failure;
  if (state === 'offline') return html`${words.failed} ${words.offline.title}.`;
  if (state === 'expired') return html`${words.expired.title}. ${words.expired.hint}`;
  if (state === 'limited') return html`${words.limited.title}. ${seconds > 0 ? '' : words.limited.hint}`;
  if (code === 'conflict' || code === 'not_found' || code === 'forbidden') return html`${words.notPossible}`;
  return html`${words.failed} ${requestId ? reference(requestId, view) : nothing}`;
}

/** What is seen while a list is on its way; of the size of a list, so that nothing jumps when it comes. */
export const skeleton = html`<div class="cards" aria-hidden="true">
  ${[0, 1, 2].map(() => html`<div class="card skeleton"><i></i><i></i><i></i><i></i></div>`)}
</div>`;
