import { type Load, loadBy } from '../../lib/load.ts';
import { MarketEntryElement } from '../../market-entry/market-entry-element.ts';

/** Registers the element. @param load how it loads what it needs later. */
export function define(load: Load): void {
  loadBy(load);
  MarketEntryElement.define();
}
