import { fileURLToPath } from 'node:url';
import { type InitPageOptions, initPage, SCRIPT } from './init/page.ts';
import { type InitWorkerOptions, initWorker } from './init/worker.ts';
import type { ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

/** What the build leaves beside the commands: from `src/` and from `dist/` alike. */
const BUILT = fileURLToPath(new URL(`../dist/page/${SCRIPT}`, import.meta.url));

/** Puts the widget into a page. */
export const runInitPage = (options: InitPageOptions, io: Io): Promise<ExitCode> => initPage(options, BUILT, io);

/** Puts a route that signs viewer tokens into a Worker. */
export const runInitWorker = (options: InitWorkerOptions, io: Io): Promise<ExitCode> => initWorker(options, io);
