import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './evaluation.ts';

/**
 * The arguments of one evaluation, strictly: an unknown option or a positional too many is refused.
 *
 * @param positionals how many positional arguments there must be.
 * @throws {UsageError}
 */
export function readArguments<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  positionals: number,
  options: O,
) {
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    } catch (cause) {
      throw new UsageError((cause as Error).message, { cause });
    }
  })();
  if (parsed.positionals.length !== positionals) {
    throw new UsageError(`expected ${positionals} positional argument(s), got ${parsed.positionals.length}`);
  }
  return parsed;
}
