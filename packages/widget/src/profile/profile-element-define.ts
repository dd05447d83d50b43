import type { ProfileSavedEvent } from '../events.ts';
import { ProfileElement } from './profile-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'kopru-profile': ProfileElement;
  }
  interface GlobalEventHandlersEventMap {
    'kopru-profile-saved': ProfileSavedEvent;
  }
}

ProfileElement.define();
