import { Writable } from 'node:stream';
import picocolors from 'picocolors';
import type { Io } from '../src/terminal/io.ts';

/** An Io that keeps what is written to it, with no terminal and no colours. */
export function testIo(given: Partial<Io> = {}): { io: Io; out: () => string; err: () => string } {
  const stdout = kept();
  const stderr = kept();
  const io: Io = {
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: {},
    cwd: process.cwd(),
    locale: 'en',
    colours: picocolors.createColors(false),
    interactive: false,
    signal: new AbortController().signal,
    ...given,
  };
  return { io, out: stdout.text, err: stderr.text };
}

function kept(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
