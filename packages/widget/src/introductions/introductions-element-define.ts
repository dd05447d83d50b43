import { IntroductionsElement } from './introductions-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-introductions': IntroductionsElement;
  }
}

IntroductionsElement.define();
