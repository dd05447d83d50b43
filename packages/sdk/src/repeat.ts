import { isKopruError } from './errors.ts';
import type { LogEntry } from './options.ts';
import { sleep, waitBeforeRetry } from './retry.ts';
import type { Repeat } from './transport.ts';

/** Sends again what may succeed later, and tells the logger of every attempt. */
export const repeat: Repeat = async (send, request, options, defaults) => {
  const { maxRetries = defaults.maxRetries, signal } = options;
  const repeatable = request.upload?.repeatable ?? true;
  for (let attempt = 0; ; attempt++) {
    const began = performance.now();
    const log = (entry: Partial<LogEntry>) =>
      defaults.logger?.({
        method: request.method,
        path: request.path,
        attempt,
        milliseconds: Math.round(performance.now() - began),
        ...entry,
      });
    try {
      const answer = await send();
      const { status, headers } = answer.response;
      log({ status, requestId: headers.get('request-id') ?? undefined });
      return answer;
    } catch (error) {
      if (!isKopruError(error)) throw error;
      const wait = repeatable && attempt < maxRetries ? waitBeforeRetry(error, attempt, Math.random()) : undefined;
      log({ status: error.status, requestId: error.requestId, code: error.code, retryIn: wait });
      if (wait === undefined) throw error;
      await sleep(wait, signal);
    }
  }
};
