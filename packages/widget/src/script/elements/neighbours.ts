import { type Load, loadBy } from '../../lib/load.ts';
import { NeighboursElement } from '../../neighbours/neighbours-element.ts';

/** Registers the element. @param load how it loads what it needs later. */
export function define(load: Load): void {
  loadBy(load);
  NeighboursElement.define();
}
