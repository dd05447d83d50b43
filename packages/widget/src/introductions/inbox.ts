import { Blocks, Introductions } from '@kopru/sdk';
import type { IntroductionView } from '@kopru/sdk/schema';
import type { DeclineReason } from '../events.ts';
import type { Connection } from '../lib/connection.ts';
import type { Box, IntroductionAction } from '../strings/introductions/index.ts';

/** Introductions of a page. */
const PAGE = 20;

/** The introductions of one direction, as far as they were read. */
export interface BoxPage {
  readonly items: readonly IntroductionView[];
  readonly nextCursor: string | null;
}

/** The introductions of one member at the API. */
export class Inbox {
  readonly #element: HTMLElement;
  readonly #connection: Connection;

  constructor(element: HTMLElement, connection: Connection) {
    this.#element = element;
    this.#connection = connection;
  }

  /** Calls back when another element of the page has asked for an introduction, until the signal is aborted. */
  onIntroduced(reload: () => void, signal: AbortSignal): void {
    this.#connection.addEventListener('introduced', reload, { signal });
  }

  list(box: Box, cursor: string | undefined, signal: AbortSignal): Promise<BoxPage> {
    return this.#connection.run(this.#element, (transport) =>
      new Introductions(transport).list({ box, limit: PAGE, cursor }, { signal }),
    );
  }

  /** With the contacts of an accepted one. That they were read goes on record. */
  read(id: string, signal?: AbortSignal): Promise<IntroductionView> {
    return this.#connection.run(this.#element, (transport) => new Introductions(transport).get(id, { signal }));
  }

  async act(
    introduction: IntroductionView,
    action: IntroductionAction,
    reason: DeclineReason | undefined,
    idempotencyKey: string,
  ): Promise<IntroductionView | undefined> {
    const { id, from, to } = introduction;
    const options = { idempotencyKey };
    return this.#connection.run(this.#element, async (transport) => {
      const introductions = new Introductions(transport);
      if (action === 'decline') return introductions.decline(id, reason ? { reason } : {}, options);
      if (action !== 'block') return introductions[action](id, options);
      const ref = ({ kind, id }: IntroductionView['from']) => ({ kind, id });
      await new Blocks(transport).create({ owner: ref(to), blocked: ref(from) }, options);
      return undefined;
    });
  }
}
