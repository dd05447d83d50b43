import { SearchElement } from './search-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-search': SearchElement;
  }
}

SearchElement.define();
