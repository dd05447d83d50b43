import type { Options, Values } from '../options.ts';
import type { ArgumentHelp, CommandName } from '../strings/help-strings.ts';
import type { ExitCode } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';

/** An argument of a command; `name` is what stands for it in the help. */
export interface Argument {
  readonly name: ArgumentHelp;
  readonly optional?: true;
  readonly choices?: readonly string[];
  /** Whether it is the name of a file or folder, for the completion. */
  readonly file?: true;
}

/** A command as data: what the parser, the help and the completion are made from. */
export interface Command {
  /** `match`, or `keys list` for one of a group. */
  readonly name: CommandName;
  readonly args: readonly Argument[];
  readonly options: Options;
  /** Whole lines, as one would type them. */
  readonly examples: readonly string[];
  /** Loads the command's code and runs it. Arguments that were left out are not in the list. */
  readonly run: (args: readonly string[], options: Values<Options>, io: Io) => Promise<ExitCode>;
}

/** A command, with its values typed by its own options. */
export const command = <const O extends Options>(
  spec: Omit<Command, 'options' | 'run'> & {
    readonly options: O;
    readonly run: (args: readonly string[], options: Values<O>, io: Io) => Promise<ExitCode>;
  },
): Command => spec as unknown as Command;
