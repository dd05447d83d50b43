import { type ChildPart, Directive, directive } from 'lit/directive.js';

/**
 * Lit's directive of this name, which makes what it shows anew when the key is another, so that an unfolded text
 * or the focus never passes to another card. Lit's own brings along half a kilobyte of helpers that are not used.
 */
class Keyed extends Directive {
  #key: unknown;

  render(_key: unknown, value: unknown): unknown {
    return value;
  }

  override update(part: ChildPart, [key, value]: [unknown, unknown]): unknown {
    // What Lit's `setCommittedValue` does: nothing that was shown before is found again.
    if (key !== this.#key) (part as unknown as { _$committedValue: unknown })._$committedValue = {};
    this.#key = key;
    return value;
  }
}

export const keyed = directive(Keyed);
