import type { ImportRow, Kopru } from '@kopru/sdk';
import type { Import, Kind } from '@kopru/sdk/schema';
import { CliError, EXIT } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { createProgress } from '../terminal/progress.ts';
import { upload } from './upload.ts';
import { doneRows, waitFor } from './wait.ts';

/** Sends rows, with a progress line. @returns the import that runs then. */
export async function send(kopru: Kopru, kind: Kind, rows: readonly ImportRow<Kind>[], io: Io): Promise<Import> {
  const progress = createProgress(io, { label: 'Sending', total: rows.length });
  let shown = 0;
  const onSent = (sent: number) => {
    if (sent <= shown) return;
    progress.advance(sent - shown);
    shown = sent;
  };
  try {
    const { found, earlier } = await upload(kopru, kind, rows, { signal: io.signal, onSent });
    progress.done();
    if (earlier) io.stderr.write(`An earlier run has sent these rows; going on with ${found.id}.\n`);
    return found;
  } catch (error) {
    progress.done();
    throw error;
  }
}

/**
 * Waits until an import is over, with a progress line.
 *
 * @throws {CliError} when it does not end `completed`.
 */
export async function wait(kopru: Kopru, id: string, io: Io): Promise<Import> {
  const begun = await kopru.imports.get(id, { signal: io.signal }).catch((error) => {
    throw told(error, id, io);
  });
  if (begun.state === 'receiving')
    throw new CliError(`The upload of ${id} broke off, so that nothing was imported.`, {
      exitCode: EXIT.remote,
      hint: 'Run the same command again without --resume.',
    });
  const progress = createProgress(io, { label: 'Importing', total: begun.rows.received });
  let shown = 0;
  const onDone = (rows: number) => {
    progress.advance(rows - shown);
    shown = rows;
  };
  try {
    const done = await waitFor(kopru, id, { signal: io.signal, onDone });
    if (done.state === 'completed') return done;
    const [what, hint] =
      done.state === 'failed'
        ? ['failed on the side of the server', `Go on later with --resume ${id}`]
        : ['was cancelled', 'What it had written stays; import the file again to have all of it.'];
    throw new CliError(`The import ${what}; ${doneRows(done)} of ${done.rows.received} rows are done.`, {
      exitCode: EXIT.remote,
      hint,
    });
  } catch (error) {
    throw told(error, id, io);
  } finally {
    progress.done();
  }
}

/** The error itself, after it is said that what was sent does not need the command. */
function told(error: unknown, id: string, io: Io): unknown {
  if (io.signal.aborted)
    io.stderr.write(`The import goes on without this command. See how it went with --resume ${id}\n`);
  return error;
}
