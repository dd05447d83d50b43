import { CommanderError } from 'commander';
import { COMMANDS } from './commands/index.ts';
import { programOf } from './program.ts';
import { stringsOf } from './strings/index.ts';
import { writeError } from './terminal/error.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

/**
 * Runs the command line. Whatever goes wrong is written to stderr.
 *
 * @param args those after the program's name.
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    // What the script of a shell asks; it is no command for people.
    if (args[0] === 'complete') return await (await import('./completion.ts')).runComplete(args.slice(2), io);
    const { help } = await stringsOf(io.locale);
    let exit: ExitCode = EXIT.ok;
    const program = programOf(help, io, (code) => {
      exit = code;
    });
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && !error.message.startsWith('error:'))
      return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (io.signal.aborted) {
      io.stderr.write('Stopped.\n');
      return EXIT.interrupted;
    }
    return writeError(await toldError(error, args), io, args.includes('--json'));
  }
}

/** Errors of the parser and of the client as errors of ours; any other as it is. */
async function toldError(error: unknown, args: readonly string[]): Promise<unknown> {
  if (error instanceof CommanderError) return usageError(error, args);
  if (error instanceof Error && error.name === 'KopruError')
    return (await import('./remote/errors.ts')).toldError(error);
  return error;
}

/** What the parser found wrong, as an error of ours: it says what is wrong, and the nearest word that is right. */
function usageError({ message }: CommanderError, args: readonly string[]): CliError {
  const [what = '', nearest] = message.replace(/^error: /, '').split('\n(');
  const known = COMMANDS.find(({ name }) => args.join(' ').startsWith(name));
  const hint = nearest ? nearest.replace(/\)$/, '') : `See: kopru ${known ? `${known.name} ` : ''}--help`;
  return new CliError(`${what.charAt(0).toUpperCase()}${what.slice(1)}${/[.!?]$/.test(what) ? '' : '.'}`, { hint });
}
