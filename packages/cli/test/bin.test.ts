import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KIND_NAMES } from '@kopru/sdk/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { help as english } from '../src/strings/en/help.ts';
import { help as kazakh } from '../src/strings/kk/help.ts';
import { help as turkish } from '../src/strings/tr/help.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { startHub, type TestHub } from './hub.ts';
import { COMMAND, runBin } from './run-bin.ts';

const ESCAPE = '\u001b';

describe('the program', () => {
  test.each([
    ['tr_TR.UTF-8', turkish],
    ['kk_KZ.UTF-8', kazakh],
    ['C.UTF-8', english],
  ])('speaks the language of LANG=%s', async (LANG, help) => {
    const { exit, out, err } = await runBin(['--help'], { env: { LANG } });
    expect({ exit, err }).toEqual({ exit: EXIT.ok, err: '' });
    expect(out).toContain(help.titles.usage);
    expect(out).toContain(help.commands.match);
  });

  test('ends with 2 on a wrong call, writing nothing to stdout', async () => {
    const { exit, out, err } = await runBin(['mach']);
    expect({ exit, out }).toEqual({ exit: EXIT.usage, out: '' });
    expect(err).toContain('Did you mean match?');
  });

  test('has no colours on a pipe, has them where they are asked for, and never with NO_COLOR', async () => {
    expect((await runBin(['mach'])).err).not.toContain(ESCAPE);
    expect((await runBin(['mach'], { env: { FORCE_COLOR: '1' } })).err).toContain(ESCAPE);
    expect((await runBin(['mach'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).err).not.toContain(ESCAPE);
  });

  test('ends with 3 where no API answers, and shows no key', async () => {
    const env = { KOPRU_URL: 'http://127.0.0.1:1', KOPRU_API_KEY: 'kopru_sk_secret' };
    const { exit, err } = await runBin(['keys', 'revoke', 'key_1'], { env });
    expect(exit).toBe(EXIT.remote);
    expect(err).not.toContain('kopru_sk_secret');
  });
});

describe.skipIf(process.platform === 'win32')('in a shell', () => {
  let hub: TestHub;
  let env: Record<string, string>;
  beforeAll(async () => {
    hub = await startHub('bin');
    await hub.server.db
      .prepare(
        `INSERT INTO profiles (hub_id, kind, id, body, sequence, created_at, updated_at)
         SELECT 'bin', 'startup', 'p' || value, '{"name":"P"}', value + 100, '2026', '2026' FROM json_each(?)`,
      )
      .bind(JSON.stringify(Array.from({ length: 1_500 }, (_, i) => i)))
      .run();
    const bin = join(hub.folder, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'kopru'), `#!/bin/sh\nexec ${COMMAND.map((part) => `'${part}'`).join(' ')} "$@"\n`);
    await chmod(join(bin, 'kopru'), 0o755);
    env = {
      PATH: `${bin}:${process.env.PATH}`,
      KOPRU_URL: hub.server.url,
      KOPRU_API_KEY: hub.key,
    };
  });
  afterAll(() => hub?.stop());

  const bash = async (script: string) =>
    promisify(execFile)('bash', ['--norc', '-c', script], { env, cwd: hub.folder });

  test('a reader that stops early is no error', async () => {
    const { stdout, stderr } = await bash(`kopru export | head -n 2; echo "\${PIPESTATUS[0]}"`);
    const [first, second, status] = stdout.trim().split('\n');
    expect([first, second].map((line) => JSON.parse(line as string).type)).toEqual(['export', 'hub']);
    expect(status).toBe('0');
    expect(stderr).toBe('');
  });

  test('a new key can be taken into a variable', async () => {
    const { stdout } = await bash('KEY=$(kopru keys create --scope hub:read 2>/dev/null); echo "[$KEY]"');
    expect(stdout).toMatch(/^\[kopru_sk_[0-9A-Za-z]{38}\]\n$/);
  });

  test('--json is one line, the last one of stdout', async () => {
    const { stdout } = await bash('kopru keys list --json 2>/dev/null | tail -n 1');
    expect(JSON.parse(stdout).keys.length).toBeGreaterThan(0);
  });

  test('bash completes commands, options, values and names of files', async () => {
    // What the package bash-completion defines, of which the script needs no more than this.
    const words = `_get_comp_words_by_ref() { cur=\${COMP_WORDS[COMP_CWORD]}; words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; }`;
    const complete = async (...line: string[]) => {
      const { stdout } = await bash(
        `${words}; compopt() { echo "compopt $*" >&3; }; exec 3>&1; source <(kopru completion bash)
         COMP_WORDS=(kopru ${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length}
         __kopru_complete; printf '%s\\n' "\${COMPREPLY[@]}"`,
      );
      return stdout.trim().split('\n');
    };
    // No names of files where none belongs.
    expect(await complete('val')).toEqual(['compopt +o default', 'validate']);
    expect(await complete('export', '--ou')).toEqual(['compopt +o default', '--output']);
    expect(await complete('export', '--kind', '')).toEqual(['compopt +o default', ...KIND_NAMES]);
    expect(await complete('import', '')).toEqual(['']);
    const { stdout } = await bash(`${words}; source <(kopru completion bash); complete -p kopru`);
    expect(stdout).toContain('-o default');
  });
});

test.each(['bash', 'zsh', 'fish', 'powershell'])('the script for %s asks kopru', async (shell) => {
  const folder = await mkdtemp(join(tmpdir(), 'kopru-completion-'));
  try {
    const { exit, out } = await runBin(['completion', shell]);
    expect(exit).toBe(EXIT.ok);
    expect(out).toMatch(/kopru.*complete.*--/);
    const file = join(folder, `script.${shell}`);
    await writeFile(file, out);
    // Only bash is on every machine that runs these tests.
    if (shell === 'bash' && process.platform !== 'win32') await promisify(execFile)('bash', ['-n', file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
