import { describe, expect, test } from 'vitest';
import { command } from '../commands/spec.ts';
import { file, json, oneOf, texts, toggle } from '../options.ts';
import { help } from '../strings/en/help.ts';
import { complete } from './complete.ts';

const run = () => Promise.resolve(0 as const);

const COMMANDS = [
  command({
    name: 'match',
    args: [
      { name: 'startups', file: true },
      { name: 'investors', file: true },
    ],
    options: {
      output: file('file', { short: 'o' }),
      per: oneOf('side', ['startup', 'investor']),
      map: texts('x'),
      json,
    },
    examples: [],
    run,
  }),
  command({ name: 'keys list', args: [], options: {}, examples: [], run }),
  command({ name: 'keys create', args: [], options: { demo: toggle({ off: true }) }, examples: [], run }),
  command({ name: 'completion', args: [{ name: 'shell', choices: ['bash', 'zsh'] }], options: {}, examples: [], run }),
];

const after = (...words: string[]) => {
  const { items, files } = complete(COMMANDS, words, help);
  return { values: items.map(({ value }) => value), files };
};

describe('what may stand next', () => {
  test.each([
    [['ma'], ['match'], false],
    [[''], ['match', 'keys', 'completion'], false],
    [['keys', ''], ['list', 'create'], false],
    [['keys', 'c'], ['create'], false],
    [['nothing', ''], [], false],
    [['match', ''], [], true],
    [['match', 'a.csv', 'b'], [], true],
    [['match', 'a.csv', 'b.csv', ''], [], false],
    [['match', '--'], ['--output', '--per', '--map', '--json', '--help'], false],
    [['match', '--ou'], ['--output'], false],
    [['match', '--output', ''], [], true],
    [['match', '-o', 'x', ''], [], true],
    [['match', '--json', 'a.csv', ''], [], true],
    [['match', '--per', 'in'], ['investor'], false],
    [['match', '--per=in'], ['--per=investor'], false],
    [['match', '--map', ''], [], false],
    [['keys', 'create', '--no'], ['--no-demo'], false],
    [['completion', ''], ['bash', 'zsh'], false],
  ])('after %j', (words, values, files) => {
    expect(after(...words)).toEqual({ values, files });
  });

  test('says what each is', () => {
    expect(complete(COMMANDS, ['ma'], help).items).toEqual([{ value: 'match', about: help.commands.match }]);
  });
});
