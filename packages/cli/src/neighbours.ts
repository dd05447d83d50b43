/**
 * `kopru neighbours`: the patents whose texts are most like that of one, in whatever language.
 *
 * @module
 */
import type { Neighbours } from '@kopru/sdk/schema';
import { blocks, entryText, whomOf } from './output/match-text.ts';
import { type AskOptions, ask } from './remote/ask.ts';
import type { Words } from './report/words.ts';
import type { ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

export interface NeighboursOptions extends AskOptions {
  /** 1 to 50. @default 10 */
  readonly limit?: number | undefined;
}

export function runNeighbours({ limit, ...options }: NeighboursOptions, io: Io): Promise<ExitCode> {
  return ask(options, io, {
    read: (kopru, explain) =>
      kopru.matches.neighbours(options.id, { explain, ...(limit !== undefined && { limit }) }, { signal: io.signal }),
    // What the list is not comes before it.
    say: ({ notice, neighbours }, words) =>
      blocks([notice, ...neighbours.map((neighbour) => neighbourText(neighbour, words))]),
  });
}

function neighbourText(neighbour: Neighbours['neighbours'][number], words: Words): string {
  const { format } = words;
  const { similarity, sentences, classes, offices } = neighbour;
  return entryText(format.percent(similarity), whomOf(neighbour, words), [
    ...(sentences ? [`» ${sentences.subject}`, `« ${sentences.neighbour}`] : []),
    ...[classes, offices.map(format.office)].filter(({ length }) => length > 0).map((list) => `= ${list.join(', ')}`),
  ]);
}
