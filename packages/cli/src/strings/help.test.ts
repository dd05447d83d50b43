import { LOCALES } from '@kopru/sdk/strings';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import type { HelpStrings } from './help-strings.ts';
import { stringsOf } from './index.ts';

const HELP = new Map(
  await Promise.all(LOCALES.map(async (locale) => [locale, (await stringsOf(locale)).help] as const)),
);
const english = HELP.get('en') as HelpStrings;

const leaves = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));

describe.each(LOCALES)('the help in %s', (locale) => {
  const help = HELP.get(locale) as HelpStrings;

  test('says all that the English one says', () => {
    expect(leaves(help).map(([path]) => path)).toEqual(leaves(english).map(([path]) => path));
    for (const [path, text] of leaves(help)) expect(text.trim(), path).not.toBe('');
  });

  test('ends sentences with a full stop, and nothing else', () => {
    for (const [path, text] of leaves({ details: help.details, about: help.about })) expect(text, path).toMatch(/\.$/);
    const { commands, options, arguments: args, environment, exits } = help;
    for (const [path, text] of leaves({ commands, options, args, environment, exits }))
      expect(text, path).not.toMatch(/[.:]$/);
  });

  test('keeps the names that one has to type', () => {
    for (const [path, text] of leaves(english)) {
      const typed = text.match(/--[a-z-]+|\.[a-z]{2,}\b|[a-z]+:[a-z]+|https:\S+\b|~\/\.\w+|<\/\w+>|\bstdout\b/g) ?? [];
      const own = leaves(help).find(([other]) => other === path)?.[1] ?? '';
      for (const word of typed) expect(own.toLowerCase(), `${path}: ${word}`).toContain(word.toLowerCase());
    }
  });

  test.runIf(locale !== 'en')('is in its own words', () => {
    const same = leaves(help).filter(([path, text]) => leaves(english).some(([p, t]) => p === path && t === text));
    expect(same.map(([path]) => path)).toEqual([]);
  });
});

test('no option and no command is left without a use', () => {
  const used = new Set(COMMANDS.flatMap(({ options }) => Object.entries(options).map(([key, o]) => o.help ?? key)));
  expect(Object.keys(english.options).filter((key) => !used.has(key) && key !== 'help' && key !== 'version')).toEqual(
    [],
  );
  const groups = new Set(COMMANDS.flatMap(({ name }) => [name, name.split(' ')[0] as string]));
  expect(Object.keys(english.commands).filter((name) => !groups.has(name) && name !== 'help')).toEqual([]);
});
