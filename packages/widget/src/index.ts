/**
 * Web components of Köprü. Importing this registers nothing; `@kopru/widget/define` does.
 *
 * @module
 */
export { RetryEvent } from './events.ts';
export { MatchesElement, type MatchesState } from './matches/matches-element.ts';
