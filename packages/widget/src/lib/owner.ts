import { PATHS } from '@kopru/sdk';
import type { Kind } from '@kopru/sdk/schema';

/** A profile: whose matches and introductions are shown. */
export interface Owner {
  readonly kind: Kind;
  readonly id: string;
}

const owner = ([kind = '', ...rest]: readonly string[], separator: string): Owner | undefined => {
  const id = rest.join(separator);
  return Object.hasOwn(PATHS, kind) && id ? { kind: kind as Kind, id } : undefined;
};

/** The profile that a `for` attribute names, such as `startup/agri-17`; undefined where it names none. */
export const ownerIn = (text: string): Owner | undefined => owner(text.trim().split('/'), '/');

/**
 * The profile that an element is of: the one that its `for` names, else the one that the token speaks for.
 *
 * @throws {TypeError} when that is of another kind.
 */
export function ownerOfKind(kind: Kind, text: string, speaksFor: Owner | undefined): Owner {
  const owner = ownerIn(text) ?? speaksFor;
  if (owner?.kind !== kind) throw new TypeError(`The viewer token names no ${kind}: set for="${kind}/id".`);
  return owner;
}

/**
 * The profile that a viewer token speaks for: its subject is `startup:agri-17`. Undefined for what is no
 * such token. The signature is not looked at: whether the token is true the API decides.
 */
export function ownerOf(token: string): Owner | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' ? owner(sub.split(':'), ':') : undefined;
  } catch {
    // No JWT: the API says what is wrong with it.
    return undefined;
  }
}
