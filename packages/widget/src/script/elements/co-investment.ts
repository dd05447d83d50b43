import { CoInvestmentElement } from '../../co-investment/co-investment-element.ts';
import { type Load, loadBy } from '../../lib/load.ts';

/** Registers the element. @param load how it loads what it needs later. */
export function define(load: Load): void {
  loadBy(load);
  CoInvestmentElement.define();
}
