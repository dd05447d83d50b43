/**
 * What a reader does in the gallery, by the parts of an element.
 *
 * @module
 */
import type { Answers } from './answers.ts';
import { API } from './fake-api.ts';

type Acts = (element: HTMLElement) => Promise<void>;

/** Waits until something is there. @throws {Error} naming it after three seconds. */
async function appears(element: HTMLElement, selector: string): Promise<HTMLElement> {
  for (const end = performance.now() + 3000; performance.now() < end; ) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${element.localName} has no ${selector}`);
}

/** Presses the first button of a name. */
export const press =
  (part: string, until: string): Acts =>
  async (element) => {
    (await appears(element, `[part~=${part}]`)).click();
    await appears(element, until);
  };

/** Unfolds what is folded, if anything, and waits for what comes of it. */
export const unfold =
  (selector: string, until = '*'): Acts =>
  async (element) => {
    if (selector) {
      await appears(element, selector);
      for (const details of element.shadowRoot?.querySelectorAll<HTMLDetailsElement>(selector) ?? [])
        details.open = true;
    }
    await appears(element, until);
  };

/** Writes into a field, and presses a button where one is named. */
export const type =
  (selector: string, text: string, part: string, until: string): Acts =>
  async (element) => {
    const field = (await appears(element, selector)) as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    if (part) (await appears(element, `[part~=${part}]`)).click();
    await appears(element, until);
  };

/** Changes the name of a profile and saves it. */
export const changed = (until: string): Acts => type('[name="/name"]', 'Тұзды топырақ 2', 'save', until);

/** Leaves a draft behind, as if it had been written before. */
export function draftOf(owner: string, answers: Answers): Answers {
  const draft = { values: { '/name': 'Топырақ лабы' }, sequence: 7, at: '2026-11-26T15:40:00Z' };
  localStorage.setItem(`kopru-draft ${API} ${owner}`, JSON.stringify(draft));
  return answers;
}
