import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoProfiles } from '../../api/demo/profiles.ts';
import { testIo } from '../test/test-io.ts';
import { type DevOptions, runDev } from './dev.ts';
import { connect } from './remote/client.ts';
import { EXIT } from './terminal/exit.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-dev-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the server, calls `use` once it is ready, and stops it as Ctrl+C does. */
async function withServer(options: DevOptions, use: (url: string) => Promise<void>) {
  const stop = new AbortController();
  const { io, err } = testIo({ cwd: folder, signal: stop.signal });
  const ended = runDev(options, io);
  const ready = async () => {
    while (!err().includes('is ready')) await sleep(50);
    const { url } = JSON.parse(await readFile(join(folder, options.storage ?? '.kopru', 'demo.json'), 'utf8'));
    await use(url);
  };
  try {
    await Promise.race([ready(), ended]);
  } finally {
    stop.abort();
  }
  return { exit: await ended, err: err() };
}

test('serves the API, with the weights of @kopru/model, until it is stopped', async () => {
  const { exit, err } = await withServer({ port: 0, demo: false, storage: 'data' }, async (url) => {
    expect(await (await fetch(`${url}/v1/health`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/v1/ready`)).json()).toMatchObject({ status: 'ready', checks: { model: 'ok' } });
    // A second server cannot have its port.
    const { port } = new URL(url);
    await expect(runDev({ port: Number(port), demo: false }, testIo({ cwd: folder }).io)).rejects.toMatchObject({
      exitCode: EXIT.usage,
      hint: expect.stringContaining('--port'),
    });
  });
  expect(exit).toBe(EXIT.interrupted);
  expect(err).toContain("the operator's");
});

test('the demo hub can be stopped while it is made', async () => {
  const stop = new AbortController();
  // A terminal is told of the first profiles, and not of the first tenth.
  const { io, err } = testIo({ cwd: folder, signal: stop.signal, interactive: true });
  const ended = expect(runDev({ port: 0 }, io)).rejects.toThrow('aborted');
  while (!err().includes('Preparing the demo')) await sleep(50);
  stop.abort();
  await ended;
  await expect(connect({}, testIo({ cwd: folder }).io)).rejects.toMatchObject({ hint: expect.any(String) });
});

test('the package holds the profiles of the demo, and no weights of its own', async () => {
  expect(JSON.parse(await readFile(here('../dist/server/demo-profiles.json'), 'utf8'))).toEqual(demoProfiles());
  const files = await readdir(here('../dist/server'), { recursive: true });
  expect(files.filter((name) => name.endsWith('.bin'))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(['wrangler.embedder.toml', join('worker', 'embedder.js')]));
});

test('without miniflare and wrangler the built package says how to install them, and the rest works', async () => {
  // The package as npm lays it out, beside its dependencies alone.
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@kopru'), { recursive: true });
  await cp(here('../dist'), join(modules, 'kopru/dist'), { recursive: true });
  await cp(here('../package.json'), join(modules, 'kopru/package.json'));
  const { dependencies } = JSON.parse(await readFile(here('../package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const places = [here(`../node_modules/${name}`), here(`../../../node_modules/${name}`)];
    await mkdir(join(modules, name, '..'), { recursive: true });
    await symlink(places.find((place) => existsSync(place)) as string, join(modules, name), 'junction');
  }
  const run = (...args: string[]) =>
    new Promise<{ exit: number; err: string; out: string }>((resolve) => {
      execFile(process.execPath, [join(modules, 'kopru/dist/index.js'), ...args], { cwd: folder }, (error, out, err) =>
        resolve({ exit: error ? Number(error.code) : 0, out, err }),
      );
    });
  const { exit, err } = await run('dev', '--port', '0');
  expect(exit).toBe(EXIT.usage);
  expect(err).toMatch(/npm i -D miniflare@\S+ wrangler@\S+/);
  expect((await run('--version')).exit).toBe(EXIT.ok);
});
