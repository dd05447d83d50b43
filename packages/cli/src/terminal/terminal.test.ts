import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { testIo } from '../../test/test-io.ts';
import { writeError } from './error.ts';
import { CliError, EXIT } from './exit.ts';
import { createProgress } from './progress.ts';
import { writeTable } from './table.ts';

describe('a table', () => {
  test('is aligned by what a terminal shows, and numbers stand to the right', () => {
    const { io, err } = testIo();
    writeTable(io, {
      columns: ['Ad', 'Xal'],
      rows: [
        ['Şoran', '7'],
        ['東京', '100'],
        ['e\u0301', '12.5 %'],
      ],
    });
    expect(err().split('\n')).toEqual(['Ad        Xal', 'Şoran       7', '東京      100', 'e\u0301      12.5 %', '']);
  });

  test('without titles has no line for them', () => {
    const { io, err } = testIo();
    writeTable(io, { columns: ['', ''], rows: [['a', 'b']] });
    expect(err()).toBe('a  b\n');
  });
});

describe('progress', () => {
  test('is one line that is drawn over on a terminal, with rate and remaining time', () => {
    const { io, err } = testIo({ interactive: true });
    let now = 0;
    const progress = createProgress(io, { label: 'Texts', total: 200 }, () => now);
    now = 2000;
    progress.advance(50);
    progress.advance(1);
    now = 8000;
    progress.advance(149);
    progress.done();
    progress.done();
    const lines = err().split('\r\u001b[K').slice(1);
    expect(lines.map((line) => line.replace(/[█░]+/, '|'))).toEqual([
      'Texts  |  50/200  25/s  6 s left',
      'Texts  |  200/200  25/s  in 8 s',
      'Texts  |  200/200  25/s  in 8 s\n',
    ]);
  });

  test('is a line for each tenth where there is no terminal', () => {
    const { io, err } = testIo();
    const progress = createProgress(io, { label: 'Texts', total: 1000 }, () => 0);
    for (let i = 0; i < 1000; i++) progress.advance();
    progress.done();
    expect(err().trimEnd().split('\n')).toHaveLength(10);
    expect(err()).toContain('1000/1000');
  });

  test('of nothing is nothing', () => {
    const { io, err } = testIo({ interactive: true });
    createProgress(io, { label: 'Texts', total: 0 }).done();
    expect(err()).toBe('');
  });
});

describe('an error', () => {
  const told = (error: unknown, json?: boolean, env = {}) => {
    const { io, err, out } = testIo({ env });
    return { exit: writeError(error, io, json), err: err(), out: out() };
  };

  test('of the user is told with what to do', () => {
    const error = new CliError('a.csv: it has no rows.', { hint: 'Add one.' });
    expect(told(error)).toEqual({ exit: EXIT.usage, err: 'error a.csv: it has no rows.\nAdd one.\n', out: '' });
  });

  test('is one line of JSON for programs', () => {
    const { out, err } = told(new CliError('Refused.', { exitCode: EXIT.remote }), true);
    expect(JSON.parse(out)).toEqual({ error: { message: 'Refused.', hint: null, exitCode: EXIT.remote } });
    expect(err).toBe('');
  });

  test('of a file names its path and no number of the system', () => {
    const error = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', path: 'startups.csv' });
    expect(told(error)).toMatchObject({
      exit: EXIT.usage,
      err: 'error startups.csv: there is no such file or folder.\n',
    });
  });

  test('of ours says so, and shows its stack only when asked', () => {
    const error = new TypeError('x is undefined');
    expect(told(error)).toMatchObject({ exit: EXIT.internal, err: expect.stringContaining('a fault of kopru') });
    expect(told(error).err).not.toContain('    at ');
    expect(told(error, false, { KOPRU_DEBUG: '1' }).err).toContain('    at ');
  });

  test('is red where there are colours', () => {
    const { io, err } = testIo({ colours: picocolors.createColors(true) });
    writeError(new CliError('No.'), io);
    expect(err()).toContain('\u001b[31merror');
  });
});
