import { CliError } from '../terminal/exit.ts';

/**
 * What a file of JSON says.
 *
 * @param path for messages.
 * @throws {CliError} when the text is not JSON.
 */
export function parseJson(text: string, path: string, hint?: string) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliError(`${path} is not JSON: ${(cause as Error).message}`, { cause, ...(hint && { hint }) });
  }
}
