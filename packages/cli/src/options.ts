import { CURRENCIES, LOCALES, type Locale } from '@kopru/sdk/facets';
import { readLocale } from './locale.ts';
import type { OptionHelp } from './strings/help-strings.ts';
import { CliError } from './terminal/exit.ts';

/** An option of a command. The name that it has among the command's options gives the flag: `minScore` is `--min-score`. */
export interface Option<T> {
  /** One letter. */
  readonly short?: string;
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Whether the value is the name of a file or folder, for the completion. */
  readonly file?: true;
  /** May be given again and again. */
  readonly many?: true;
  /** A switch that is on unless it is turned off: `--no-demo`. */
  readonly off?: true;
  /** The command cannot do without it. */
  readonly needed?: true;
  /** What counts where it is not given, for the help. */
  readonly shown?: string;
  /** Variable of the environment that stands in for it, for the help. */
  readonly env?: string;
  /** Where the name alone does not say which it is. */
  readonly help?: OptionHelp;
  /** @throws {CliError} on a text that is no such value. */
  readonly parse: (text: string, flag: string) => T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

type ValueOf<T extends Option<unknown>> = T extends { many: true }
  ? readonly ReturnType<T['parse']>[]
  : ReturnType<T['parse']>;

/** What a command is given: nothing for an option that was not, unless it cannot do without. */
export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends { needed: true } ? never : K]?: ValueOf<O[K]>;
} & { readonly [K in keyof O as O[K] extends { needed: true } ? K : never]: ValueOf<O[K]> };

/** The flag of an option: `minScore` is `--min-score`. */
export const flagOf = (name: string, { off }: Option<unknown>): string =>
  `--${off ? 'no-' : ''}${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

type More = Partial<Omit<Option<unknown>, 'parse' | 'value' | 'many' | 'needed'>>;

export const toggle = (more: More = {}): Option<boolean> => ({ ...more, parse: () => true });

export const text = (value: string, more: More = {}): Option<string> => ({ ...more, value, parse: (given) => given });

export const file = (value: string, more: More = {}): Option<string> => text(value, { ...more, file: true });

/** An option that the command cannot do without. */
export const needed = <T>(option: Option<T>) => ({ ...option, needed: true }) as const;

/** A text that may be given again and again. */
export const texts = (value: string, more: More = {}) =>
  ({ ...more, value, many: true, parse: (given: string) => given }) as const satisfies Option<string>;

/** A number within a range, its ends included. */
export const number = (least: number, most: number, more: More & { whole?: boolean } = {}): Option<number> => {
  const { whole = false, ...rest } = more;
  return {
    ...rest,
    value: 'number',
    parse(given, flag) {
      // A decimal comma is what most of our readers write.
      const value = given.trim() === '' ? Number.NaN : Number(given.replace(',', '.'));
      if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
      throw new CliError(`${flag}: "${given}" is not a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
    },
  };
};

export const whole = (least: number, most: number, more: More = {}): Option<number> =>
  number(least, most, { ...more, whole: true });

/** One of a few words, in letters of either case. */
export const oneOf = <T extends string>(value: string, choices: readonly T[], more: More = {}): Option<T> => ({
  ...more,
  value,
  choices,
  parse(given, flag) {
    const found = choices.find((choice) => choice.toLowerCase() === given.toLowerCase());
    if (found !== undefined) return found;
    throw new CliError(`${flag}: "${given}" is none of ${choices.join(', ')}.`);
  },
});

/** The language of what is written. */
export const lang: Option<Locale> = {
  value: 'language',
  choices: LOCALES,
  parse(given, flag) {
    const locale = readLocale(given);
    if (locale) return locale;
    throw new CliError(`${flag}: "${given}" is none of ${LOCALES.join(', ')}.`);
  },
};

const delimiter: Option<string> = {
  value: 'character',
  parse(given, flag) {
    const named = ({ tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' } as Record<string, string>)[given];
    if (named !== undefined || given.length === 1) return named ?? given;
    throw new CliError(`${flag}: "${given}" is not one character, nor comma, semicolon, tab or pipe.`);
  },
};

/** How files of profiles are read: options of every command that reads some. */
export const reading = {
  map: texts('header=field'),
  currency: oneOf('code', CURRENCIES),
  encoding: text('name'),
  delimiter,
  sheet: text('name'),
};

/** How the API is found: options of every command that calls it. */
export const remote = {
  url: text('address', { env: 'KOPRU_URL' }),
  apiKey: text('key', { env: 'KOPRU_API_KEY' }),
};

export const json = toggle();
