import { CoInvestmentElement } from './co-investment-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-co-investment': CoInvestmentElement;
  }
}

CoInvestmentElement.define();
