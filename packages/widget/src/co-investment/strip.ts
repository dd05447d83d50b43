import { html, svg, type TemplateResult } from 'lit';

/** A part of a round: where it begins, and how much of it it is, as shares of the whole. */
export interface Stretch {
  readonly from: number;
  readonly share: number;
}

/** Where each of some amounts lies in a round, one after the other. */
export function stretchesOf(amounts: readonly number[], whole: number): Stretch[] {
  let from = 0;
  return amounts.map((amount) => {
    const stretch = { from, share: amount / whole };
    from += stretch.share;
    return stretch;
  });
}

/** Parts of a round on the whole of it. The same is said in words beside it, so it is hidden from screen readers. */
export const strip = (stretches: readonly Stretch[], name: string): TemplateResult =>
  // Geometry in attributes of SVG: a strict CSP blocks style attributes, not these.
  html`<svg class="bar ${name}" part="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="6"></rect>${stretches.map(
      ({ from, share }) =>
        svg`<rect class="fill" x=${100 * from} width=${100 * share} height="6"></rect><path class="cut" d="M${100 * (from + share)} 0v6"></path>`,
    )}`}
  </svg>`;
