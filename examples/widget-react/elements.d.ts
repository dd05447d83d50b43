import type { MatchesElement, SaveEvent, TokenEvent } from '@kopru/widget';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

// React 19 sets the properties of an element, and listens to any event that a property `on…` names.
type Props<E> = DetailedHTMLProps<HTMLAttributes<E>, E>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kopru-matches': Props<MatchesElement> & {
        api?: string;
        // React keeps `key` for itself: the publishable key goes in by `ref`.
        'onkopru-token'?: (event: TokenEvent) => void;
        'onkopru-save'?: (event: SaveEvent) => void;
      };
    }
  }
}
