import { KIND_NAMES } from '@kopru/sdk/schema';
import { describe, expect, test } from 'vitest';
import { testIo } from '../test/test-io.ts';
import { COMMANDS } from './commands/index.ts';
import { main } from './main.ts';
import { help as az } from './strings/az/help.ts';
import { help as english } from './strings/en/help.ts';
import { help as ru } from './strings/ru/help.ts';
import { EXIT } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

async function run(args: string[], given?: Partial<Io>) {
  const { io, out, err } = testIo(given);
  const exit = await main(args, io);
  return { exit, out: out(), err: err() };
}

describe('help', () => {
  test.each([
    ['az', az],
    ['ru', ru],
    ['en', english],
  ] as const)('of the program is in %s', async (locale, help) => {
    const { exit, out, err } = await run(['--help'], { locale });
    expect(exit).toBe(EXIT.ok);
    expect(err).toBe('');
    for (const title of Object.values(help.titles).filter(
      (t) => t !== help.titles.arguments && t !== help.titles.examples,
    ))
      expect(out).toContain(title);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(help.commands['why-not'] ?? '');
    expect(out).toContain('KOPRU_API_KEY');
    if (locale !== 'en') expect(out).not.toMatch(/Usage:|Options:|Commands:|display help/);
  });

  test.each(COMMANDS.map(({ name }) => name))('of %s says what it does, its options and an example', async (name) => {
    const { exit, out } = await run([...name.split(' '), '--help'], { locale: 'ru' });
    const found = COMMANDS.find((one) => one.name === name);
    const flat = out.replaceAll(/\s+/g, ' ');
    expect(exit).toBe(EXIT.ok);
    expect(flat).toContain(ru.commands[name]);
    for (const example of found?.examples ?? []) expect(out).toContain(`  ${example}\n`);
    expect(out).toContain(ru.options.help);
    expect(out).not.toContain('undefined');
  });

  test('is given by the command help as well', async () => {
    expect((await run(['help', 'export'])).out).toBe((await run(['export', '--help'])).out);
  });

  test('is no wider than the terminal', async () => {
    const { out } = await run(['import', '--help'], { locale: 'kk' });
    for (const line of out.split('\n').filter((l) => !l.startsWith('  kopru')))
      expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('goes to stderr, and is an error, when nothing was asked', async () => {
    for (const args of [[], ['keys'], ['init']]) {
      const { exit, out, err } = await run(args);
      expect({ exit, out }).toEqual({ exit: EXIT.usage, out: '' });
      expect(err).toContain('Usage: kopru');
    }
  });
});

test('the version is that of the package', async () => {
  const { exit, out } = await run(['--version']);
  expect(exit).toBe(EXIT.ok);
  expect(out).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

describe('a wrong call', () => {
  test.each([
    [['mach', 'a', 'b'], 'mach', 'match'],
    [['export', '--ouput', 'x'], '--ouput', '--output'],
    [['keys', 'rol', 'x'], 'rol', 'roll'],
  ])('%j names what is wrong and the nearest that is right', async (args, wrong, right) => {
    const { exit, out, err } = await run(args);
    expect({ exit, out }).toEqual({ exit: EXIT.usage, out: '' });
    expect(err).toContain(`'${wrong}'`);
    expect(err).toMatch(new RegExp(`Did you mean ${right}\\?`));
  });

  test.each([
    [['import', 'a.csv', 'b.csv'], 'kopru import --help'],
    [['keys', 'roll'], 'kopru keys roll --help'],
    [['export', '--output'], 'kopru export --help'],
    [['zzzzzz'], 'kopru --help'],
    [['init', 'worker'], '--hub <id>'],
    [['assign', 'a.csv', 'b.csv', '--slots', '4'], '--start <time>'],
  ])('%j says where to read', async (args, where) => {
    const { exit, err } = await run(args);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain(where);
    expect(err).not.toMatch(/fault|at .*\.ts/);
  });

  test.each([
    [['dev', '--port', 'x'], '--port: "x" is not a whole number from 0 to 65535.'],
    [['export', '--kind', 'laboratory'], `--kind: "laboratory" is none of ${KIND_NAMES.join(', ')}.`],
    [['completion', 'tcsh'], '"tcsh" is none of bash, zsh, fish, powershell.'],
  ])('%j says which value', async (args, message) => {
    const { exit, err } = await run(args);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain(message);
  });
});

test('a command that was stopped says so and nothing of what broke off', async () => {
  const { exit, err } = await run(['keys', 'list', '--url', 'http://127.0.0.1:1', '--api-key', 'k'], {
    signal: AbortSignal.abort(),
  });
  expect({ exit, err }).toEqual({ exit: EXIT.interrupted, err: 'Stopped.\n' });
});

test('the completion of a shell is answered with what may stand next', async () => {
  const { exit, out } = await run(['complete', '--', 'exp'], { locale: 'ru' });
  expect(exit).toBe(EXIT.ok);
  expect(out).toBe(`explain\t${ru.commands.explain}\nexport\t${ru.commands.export}\n:4\n`);
  expect((await run(['complete', '--', 'match', ''])).out).toBe(':0\n');
});
