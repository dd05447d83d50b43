import { isKopruError } from '../errors.ts';
import { Lines } from '../lines.ts';
import type { RequestOptions } from '../request.ts';
import { sleep, waitBeforeRetry } from '../retry.ts';
import type { Transport } from '../transport.ts';

/** A line of the export of a hub: what it is, and for a row its data. */
export interface ExportLine {
  readonly type: string;
  readonly data?: unknown;
  readonly [field: string]: unknown;
}

/** How many times in a row an export that gives no page more is asked for again, unless `maxRetries` says it. */
const MOST_CUTS = 4;

/** The export of a hub, over as many answers as it takes. */
export class HubExport extends Lines<ExportLine> {
  readonly #transport: Transport;
  readonly #options: RequestOptions | undefined;
  readonly #cursor: string | undefined;

  constructor(transport: Transport, cursor: string | undefined, options: RequestOptions | undefined) {
    super(ask(transport, cursor, options), options, ends);
    this.#transport = transport;
    this.#options = options;
    this.#cursor = cursor;
  }

  /** Line by line. @throws {KopruError} when it is cut off again and again, cannot go on, or cannot be read. */
  override async *[Symbol.asyncIterator](): AsyncGenerator<ExportLine, void, undefined> {
    let lines: AsyncIterable<ExportLine> = { [Symbol.asyncIterator]: () => super[Symbol.asyncIterator]() };
    let cursor = this.#cursor;
    for (let cuts = 0; ; ) {
      // They are given once a cursor stands behind them: after a cut they would come again.
      let held: ExportLine[] = [];
      try {
        for await (const line of lines) {
          held.push(line);
          if (!ends(line)) continue;
          yield* held;
          if (line.type === 'end') return;
          held = [];
          cursor = String(line.cursor);
          cuts = 0;
        }
      } catch (error) {
        const mayPass = isKopruError(error) && cuts < (this.#options?.maxRetries ?? MOST_CUTS);
        const wait = mayPass ? waitBeforeRetry(error, cuts++, Math.random()) : undefined;
        if (wait === undefined) throw error;
        await sleep(wait, this.#options?.signal);
      }
      lines = new Lines(ask(this.#transport, cursor, this.#options), this.#options, ends);
    }
  }
}

const ask = (transport: Transport, cursor: string | undefined, options: RequestOptions | undefined) =>
  transport.stream({ method: 'GET', path: '/v1/export', query: { cursor } }, options);

/** Whether an answer may end with a line. */
const ends = ({ type }: ExportLine): boolean => type === 'end' || type === 'cursor';
