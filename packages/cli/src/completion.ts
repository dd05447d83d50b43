import { script } from '@bomb.sh/tab';
import { COMMANDS } from './commands/index.ts';
import { complete } from './completion/complete.ts';
import { stringsOf } from './strings/index.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

export interface CompletionOptions {
  readonly shell: string;
}

/** Prints the script that lets a shell complete `kopru`. It asks `kopru complete` at each press of the key. */
export async function runCompletion({ shell }: CompletionOptions, io: Io): Promise<ExitCode> {
  script(shell, 'kopru', 'kopru');
  // The script for bash offers no names of files by itself; the last registration counts.
  if (shell === 'bash') io.stdout.write('complete -o default -F __kopru_complete kopru\n');
  return EXIT.ok;
}

/** Directives that the scripts know: to offer the names of files where nothing else fits, or not to. */
const FILES = 0;
const NO_FILES = 4;

/**
 * Answers a script: a line for each word that may stand next, and what the shell is to add.
 *
 * @param words those after `kopru`, as far as they are typed.
 */
export async function runComplete(words: readonly string[], io: Io): Promise<ExitCode> {
  const { help } = await stringsOf(io.locale);
  const { items, files } = complete(COMMANDS, words, help);
  for (const { value, about } of items) io.stdout.write(`${value}\t${about}\n`);
  io.stdout.write(`:${files ? FILES : NO_FILES}\n`);
  return EXIT.ok;
}
