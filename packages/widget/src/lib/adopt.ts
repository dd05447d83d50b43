import type { CSSResult } from 'lit';

/** Gives an element the styles of what was loaded after it. Twice is no error. */
export function adopt(
  { renderRoot }: { readonly renderRoot: HTMLElement | DocumentFragment },
  { styleSheet }: CSSResult,
): void {
  const { adoptedStyleSheets } = renderRoot as ShadowRoot;
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}
