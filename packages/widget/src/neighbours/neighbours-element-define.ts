import { NeighboursElement } from './neighbours-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-neighbours': NeighboursElement;
  }
}

NeighboursElement.define();
