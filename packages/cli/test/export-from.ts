import { type ExportOptions, runExport } from '../src/export.ts';
import type { Io } from '../src/terminal/io.ts';
import type { TestHub } from './hub.ts';

/** Runs `kopru export` in the folder of a hub. */
export async function exportFrom(hub: TestHub, options: ExportOptions, given?: Partial<Io>) {
  const { io, out, err } = hub.io(given);
  const exit = await runExport(options, io);
  return { exit, out: out(), err: err() };
}

export const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
