import type { MatchList } from '@kopru/sdk/schema';
import type { ElementState } from '../lib/connected-element.ts';
import type { Words } from '../strings/index.ts';

interface Shown {
  readonly state: ElementState;
  readonly list: MatchList | null;
  readonly error: string;
}

/** What a screen reader hears when what is shown changes. @param isBusy another list is on its way. */
export function announcement({ state, list, error }: Shown, isBusy: boolean, words: Words): string {
  switch (state) {
    case 'idle':
      return '';
    case 'loading':
      return words.loading;
    case 'ready':
      if (isBusy) return words.loading;
      return list && list.matches.length > 0 ? words.matches(list.matches.length) : words.empty.title;
    case 'error':
      return `${words.error.title}. ${error}`;
    default:
      return words[state].title;
  }
}
