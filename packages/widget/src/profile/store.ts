import { isKopruError, LimitCosts, Profiles, type StoredProfile, type Transport } from '@kopru/sdk';
import type { Kind, Limits, LimitsRequest } from '@kopru/sdk/schema';
import type { Connection } from '../lib/connection.ts';
import { TokenMissing } from '../lib/failure.ts';
import type { Owner } from '../lib/owner.ts';
import { type JsonObject, patchOf } from './pointer.ts';

/** A profile as it was read: what it holds, and which write of it that is. */
export interface Stored {
  readonly profile: JsonObject;
  readonly sequence: number;
}

/** The profile was changed by somebody else since it was read. */
export class Changed extends Error {
  override readonly name = 'Changed';
  readonly theirs: Stored;

  constructor(theirs: Stored) {
    super('The profile was changed since it was read.');
    this.theirs = theirs;
  }
}

/** The profile of who is logged in, at the API. */
export class ProfileStore {
  readonly #element: HTMLElement;
  readonly #connection: Connection;

  constructor(element: HTMLElement, connection: Connection) {
    this.#element = element;
    this.#connection = connection;
  }

  /** Whose profile it is, and the profile; undefined where there is none yet. */
  read(signal?: AbortSignal): Promise<{ owner: Owner; stored: Stored | undefined }> {
    return this.#connection.run(this.#element, async (transport, owner) => {
      if (!owner) throw new TokenMissing('The viewer token speaks for no profile.');
      return { owner, stored: await find(transport, owner, signal) };
    });
  }

  /**
   * Writes what differs from what was read, and leaves all else as it is.
   *
   * @param before undefined where there was none.
   * @throws {Changed} when somebody else has written it meanwhile.
   */
  save(owner: Owner, before: Stored | undefined, profile: JsonObject): Promise<Stored> {
    return this.#connection.run(this.#element, async (transport) => {
      const nouns = nounOf(transport, owner.kind);
      if (!before) {
        const theirs = await find(transport, owner);
        if (theirs) throw new Changed(theirs);
        return storedOf(await nouns.upsert(owner.id, profile as never));
      }
      const patch = patchOf(before.profile, profile);
      try {
        return storedOf(await nouns.update(owner.id, patch as never, { ifMatch: before.sequence }));
      } catch (error) {
        if (!isKopruError(error, 'precondition_failed')) throw error;
        const theirs = await find(transport, owner);
        // It was deleted meanwhile: what the reader wrote makes it anew.
        if (!theirs) return storedOf(await nouns.upsert(owner.id, profile as never));
        throw new Changed(theirs);
      }
    });
  }

  /** What the limits of a profile cost. */
  count(kind: Kind, profile: JsonObject, signal: AbortSignal): Promise<Limits> {
    const request = { kind, profile } as unknown as LimitsRequest;
    return this.#connection.run(this.#element, (transport) => new LimitCosts(transport).count(request, { signal }));
  }
}

/** The methods are the same for every kind. */
const nounOf = (transport: Transport, kind: Kind): Profiles<'startup'> => new Profiles(transport, kind as 'startup');

const storedOf = ({ profile, sequence }: StoredProfile<Kind>): Stored => ({
  profile: profile as unknown as JsonObject,
  sequence,
});

/** By the list, which holds a viewer's own profile alone: that there is none yet is then no error. */
async function find(transport: Transport, { kind, id }: Owner, signal?: AbortSignal): Promise<Stored | undefined> {
  const { items } = await nounOf(transport, kind).list({ limit: 1 }, { signal });
  const own = items.find((item) => item.id === id);
  return own && storedOf(own);
}
