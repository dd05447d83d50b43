import { MarketEntryElement } from './market-entry-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-market-entry': MarketEntryElement;
  }
}

MarketEntryElement.define();
