import { type ErrorCode, isKopruError, type KopruError } from '@kopru/sdk';
import { CliError, EXIT } from '../terminal/exit.ts';

/** What to do about what an API answers. */
const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  network: 'Look whether the address is right and the server runs; kopru dev starts a local one.',
  timeout: 'Try again; if it stays so, look at GET /v1/health of the server.',
  unexpected_answer: 'Look whether the address is that of the API and not of a page or proxy before it.',
  unauthorized: 'Look at KOPRU_API_KEY: the key may be mistyped, revoked or of another deployment.',
  forbidden: 'Use a key that may do this; kopru keys list shows what each may.',
  rate_limited: 'Try again in a minute.',
  unavailable: 'Try again in a minute; if it stays so, look at GET /v1/ready of the server.',
  internal: 'Try again; if it stays so, give the request id to who runs the deployment.',
  idempotency_answer_not_kept: 'Look for it with: kopru keys list',
};

/** An error of the client as the command line tells it; any other, and what was given up, as it is. */
export const toldError = (error: unknown): unknown =>
  !isKopruError(error) || error.code === 'aborted'
    ? error
    : new CliError(`The API: ${messageOf(error)}`, {
        exitCode: EXIT.remote,
        hint: HINTS[error.code],
        cause: error,
      });

/** Runs what calls the API. @throws as {@link toldError} has it. */
export async function remotely<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toldError(error);
  }
}

const messageOf = ({ message, code, requestId }: KopruError): string =>
  `${message} [${code}${requestId === undefined ? '' : `, request ${requestId}`}]`;
