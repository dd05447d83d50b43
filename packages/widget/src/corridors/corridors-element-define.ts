import { CorridorsElement } from './corridors-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-corridors': CorridorsElement;
  }
}

CorridorsElement.define();
