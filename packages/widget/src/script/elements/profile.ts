import { type Load, loadBy } from '../../lib/load.ts';
import { ProfileElement } from '../../profile/profile-element.ts';

/** Registers the element. @param load how it loads what it needs later. */
export function define(load: Load): void {
  loadBy(load);
  ProfileElement.define();
}
