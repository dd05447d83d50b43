import { Command as Commander, Option as CommanderOption, type Help } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { COMMANDS } from './commands/index.ts';
import type { Argument, Command } from './commands/spec.ts';
import { flagOf, type Option } from './options.ts';
import type { CommandName, HelpStrings } from './strings/help-strings.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

/** Widest help, in columns: longer lines are hard to read. */
const WIDEST = 100;

/**
 * The parser of the command line, with its help in the language of the strings.
 *
 * @param onExit is told how a command ended.
 */
export function programOf(help: HelpStrings, io: Io, onExit: (code: ExitCode) => void): Commander {
  const program = new Commander('kopru')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Told by main, in the form of all errors.
      outputError: () => undefined,
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp(translated(help))
    .version(manifest.version, '-V, --version', help.options.version)
    .helpOption('-h, --help', help.options.help)
    .helpCommand('help [command]', help.commands.help)
    .description(help.about)
    .usage(`[${help.words.command}] [${help.words.options}]`)
    .addHelpText('after', afterword(help));
  const groups = new Map<string, Commander>([['', program]]);
  for (const spec of COMMANDS) {
    const [leaf = '', ...above] = spec.name.split(' ').reverse();
    const parent = groups.get(above.join(' ')) ?? addGroup(program, above.join(' '), help);
    groups.set(above.join(' '), parent);
    addCommand(parent, leaf, spec, help, io, onExit);
  }
  return program;
}

/** A command that is only the name of others: `keys`, `init`. */
const addGroup = (program: Commander, name: string, help: HelpStrings): Commander =>
  program
    .command(name)
    .description(help.commands[name as CommandName])
    .usage(`[${help.words.command}] [${help.words.options}]`)
    .helpOption('-h, --help', help.options.help)
    .helpCommand(false);

function addCommand(
  parent: Commander,
  leaf: string,
  { name, args, options, examples, run }: Command,
  help: HelpStrings,
  io: Io,
  onExit: (code: ExitCode) => void,
): void {
  const needed = Object.entries(options).filter(([, option]) => option.needed);
  const shown = [
    ...args.map(placeholder),
    ...needed.map(([key, option]) => `${flagOf(key, option)} <${option.value}>`),
  ];
  const about = help.details[name];
  const made = parent
    .command(leaf)
    .summary(help.commands[name])
    .description([`${help.commands[name]}.`, ...(about === undefined ? [] : [about])].join('\n\n'))
    .usage([...shown, `[${help.words.options}]`].join(' '))
    .helpOption('-h, --help', help.options.help)
    .addHelpText('after', `\n${help.titles.examples}\n${examples.map((line) => `  ${line}`).join('\n')}`);
  for (const arg of args) made.argument(placeholder(arg), help.arguments[arg.name]);
  for (const [key, option] of Object.entries(options)) made.addOption(optionOf(key, option, help));
  made.action(async (...given: unknown[]) => {
    const values = given.slice(0, args.length).filter((value): value is string => value !== undefined);
    for (const [i, { choices }] of args.entries()) refuseOther(values[i], choices);
    onExit(await run(values, given[args.length] as object, io));
  });
}

const placeholder = ({ name, optional }: Argument): string => (optional ? `[${name}]` : `<${name}>`);

function refuseOther(value: string | undefined, choices: readonly string[] | undefined): void {
  if (value !== undefined && choices && !choices.includes(value))
    throw new CliError(`"${value}" is none of ${choices.join(', ')}.`);
}

function optionOf(key: string, option: Option<unknown>, help: HelpStrings): CommanderOption {
  const { short, value, many, choices, shown, env } = option;
  const flag = flagOf(key, option);
  const flags = `${short === undefined ? '' : `-${short}, `}${flag}${value === undefined ? '' : ` <${value}>`}`;
  const notes = [
    ...(choices ? [choices.join(', ')] : []),
    ...(shown === undefined ? [] : [`${help.words.default}: ${shown}`]),
    ...(env === undefined ? [] : [env]),
  ];
  const about = help.options[option.help ?? (key as keyof HelpStrings['options'])];
  const made = new CommanderOption(flags, `${about}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`);
  made.makeOptionMandatory(option.needed ?? false);
  if (value !== undefined)
    made.argParser((text: string, previous: unknown) => {
      const read = option.parse(text, flag);
      return many ? [...((previous as unknown[] | undefined) ?? []), read] : read;
    });
  return made;
}

/** How the help is laid out, with its titles in the reader's language. */
function translated({ titles }: HelpStrings): Partial<Help> {
  const words: Readonly<Record<string, string>> = {
    'Usage:': titles.usage,
    'Arguments:': titles.arguments,
    'Options:': titles.options,
    'Commands:': titles.commands,
  };
  return {
    styleTitle: (title) => words[title] ?? title,
    subcommandTerm: (made) =>
      [made.name(), ...made.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`))].join(' '),
  };
}

const widthOf = (to: unknown): number => Math.min((to as { columns?: number }).columns ?? 80, WIDEST);

/** Variables and exit codes, under the help of the program. */
function afterword({ titles, environment, exits }: HelpStrings): string {
  const rows = (entries: readonly (readonly [string, string])[]): string => {
    const width = Math.max(...entries.map(([name]) => name.length));
    return entries.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`).join('\n');
  };
  const codes = Object.entries(exits).map(([name, about]) => [String(EXIT[name as keyof typeof EXIT]), about] as const);
  return `\n${titles.environment}\n${rows(Object.entries(environment))}\n\n${titles.exits}\n${rows(codes)}`;
}
