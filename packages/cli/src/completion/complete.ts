import type { Argument, Command } from '../commands/spec.ts';
import { flagOf, type Option } from '../options.ts';
import type { HelpStrings } from '../strings/help-strings.ts';

/** What may stand at the end of a line. */
export interface Completions {
  readonly items: readonly { readonly value: string; readonly about: string }[];
  /** Whether the shell is to offer the names of files as well. */
  readonly files: boolean;
}

const NOTHING: Completions = { items: [], files: false };

/**
 * What may stand in place of the last word of a line.
 *
 * @param words those after `kopru`; the last one is what is typed of the word so far, '' for nothing.
 */
export function complete(commands: readonly Command[], words: readonly string[], help: HelpStrings): Completions {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const found = commandOf(commands, before);
  if (!found) return startingWith(typed, nextNames(commands, before, help));
  const rest = before.slice(found.name.split(' ').length);

  const waiting = optionOf(found, rest.at(-1) ?? '');
  if (waiting?.value !== undefined) return valuesOf(waiting, typed);
  const [flag, start] = typed.split(/=(.*)/s, 2);
  if (start !== undefined) {
    const named = optionOf(found, flag as string);
    const { items, files } = named ? valuesOf(named, start) : NOTHING;
    return { items: items.map(({ value, about }) => ({ value: `${flag}=${value}`, about })), files };
  }
  if (typed.startsWith('-')) return startingWith(typed, flagsOf(found, help));

  const argument = found.args[positionals(found, rest)];
  return argument ? valuesOf(argument, typed) : NOTHING;
}

const startingWith = (typed: string, items: Completions['items']): Completions => ({
  items: items.filter(({ value }) => value.startsWith(typed)),
  files: false,
});

const valuesOf = ({ choices = [], file = undefined }: Option<unknown> | Argument, typed: string): Completions => ({
  ...startingWith(
    typed,
    choices.map((value) => ({ value, about: '' })),
  ),
  files: file === true,
});

/** The command that the words begin with, unless more words are needed to name one. */
const commandOf = (commands: readonly Command[], words: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((part, i) => part === words[i]));

/** What the next word of a command's name may be. */
function nextNames(commands: readonly Command[], words: readonly string[], help: HelpStrings): Completions['items'] {
  const next = new Map<string, string>();
  for (const { name } of commands) {
    const parts = name.split(' ');
    const part = parts[words.length];
    if (part === undefined || !words.every((word, i) => word === parts[i])) continue;
    const so = parts.slice(0, words.length + 1).join(' ') as keyof HelpStrings['commands'];
    next.set(part, help.commands[so]);
  }
  return [...next].map(([value, about]) => ({ value, about }));
}

/** The option that a word names: `--limit`, `-l`. */
const optionOf = ({ options }: Command, word: string): Option<unknown> | undefined =>
  Object.entries(options).find(
    ([name, option]) => word === flagOf(name, option) || (option.short !== undefined && word === `-${option.short}`),
  )?.[1];

const flagsOf = ({ options }: Command, help: HelpStrings): Completions['items'] => [
  ...Object.entries(options).map(([name, option]) => ({
    value: flagOf(name, option),
    about: help.options[option.help ?? (name as keyof HelpStrings['options'])],
  })),
  { value: '--help', about: help.options.help },
];

/** How many arguments stand among words. */
function positionals(found: Command, words: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!word.startsWith('-') || word === '-') count++;
    else if (optionOf(found, word)?.value !== undefined) i++;
  }
  return count;
}
