#!/usr/bin/env node
import picocolors from 'picocolors';
import { localeOf } from './locale.ts';
import { main } from './main.ts';
import { EXIT } from './terminal/exit.ts';

const { stdout, stderr, env } = process;

// Who reads us may stop early, as head does; what it has read is right.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

/** Milliseconds within which a second signal is the first one again: npx passes on what the terminal has sent as well. */
const SAME_SIGNAL = 1_000;

const stop = new AbortController();
let stoppedAt = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first lets the command end in order; who asks again does not want to wait for that.
    if (stop.signal.aborted && performance.now() - stoppedAt > SAME_SIGNAL) process.exit(EXIT.interrupted);
    if (!stop.signal.aborted) stoppedAt = performance.now();
    stop.abort();
  });
}

const interactive = stderr.isTTY === true && env.TERM !== 'dumb';
const exit = await main(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  locale: localeOf(env),
  colours: picocolors.createColors(
    !env.NO_COLOR && (interactive || (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0')),
  ),
  interactive,
  signal: stop.signal,
});
// What was written is on its way to a pipe still.
await Promise.all([stdout, stderr].map((stream) => new Promise((done) => stream.write('', done))));
process.exit(exit);
