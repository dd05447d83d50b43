import type { ActionEvents, RetryEvent, TokenEvent } from '../events.ts';
import { MatchesElement } from './matches-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-matches': MatchesElement;
  }
  /** They bubble: an element hears them, and so does the document. */
  interface GlobalEventHandlersEventMap extends ActionEvents {
    'kopru-retry': RetryEvent;
    'kopru-token': TokenEvent;
  }
}

MatchesElement.define();
