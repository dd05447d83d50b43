import type { RetryEvent } from '../events.ts';
import { MatchesElement } from './matches-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-matches': MatchesElement;
  }
  interface HTMLElementEventMap {
    'kopru-retry': RetryEvent;
  }
}

MatchesElement.define();
