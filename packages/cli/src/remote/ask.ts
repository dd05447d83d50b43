import type { Kopru } from '@kopru/sdk';
import type { Locale } from '@kopru/sdk/strings';
import { type Words, wordsOf } from '../report/words.ts';
import { EXIT, type ExitCode } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { writeJson } from '../terminal/json.ts';
import { connect, type RemoteOptions } from './client.ts';
import { remotely } from './errors.ts';

/** What every question about one profile of a hub takes. */
export interface AskOptions extends RemoteOptions {
  /** Id of the profile. */
  readonly id: string;
  /** Language of the sentences. @default that of the locale */
  readonly lang?: Locale | undefined;
  /** The answer as the API gives it, in one line. */
  readonly json?: boolean | undefined;
}

/**
 * Asks a hub, and writes the answer to stdout: in words, or as JSON.
 *
 * @throws {CliError} on what the API refuses.
 */
export async function ask<T>(
  { lang, json, ...options }: AskOptions,
  io: Io,
  question: {
    readonly read: (kopru: Kopru, explain: Locale) => PromiseLike<T>;
    readonly say: (answer: T, words: Words) => string;
  },
): Promise<ExitCode> {
  const locale = lang ?? io.locale;
  const kopru = await connect(options, io);
  const answer = await remotely(async () => question.read(kopru, locale));
  if (json) writeJson(io, answer);
  else io.stdout.write(question.say(answer, await wordsOf(locale)));
  return EXIT.ok;
}
