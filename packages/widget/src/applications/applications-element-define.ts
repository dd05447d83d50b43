import { ApplicationsElement } from './applications-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-applications': ApplicationsElement;
  }
}

ApplicationsElement.define();
