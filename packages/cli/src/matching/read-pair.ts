import { requireMapUsed } from '../columns/map.ts';
import type { ProfileFile } from '../profiles/profile-file.ts';
import { type ProfileOptions, readProfiles } from '../profiles/read-profiles.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { guessKind, signsOf } from './guess-kind.ts';
import { readHeaders } from './read-headers.ts';
import type { Side } from './side.ts';

export interface PairOfFiles extends ProfileOptions {
  readonly startups: string;
  readonly investors: string;
}

/**
 * Reads the two files of a match.
 *
 * @throws {CliError} on a file that cannot be read, an entry of `--map` that neither has a use for, or
 *   files that are the wrong way round.
 */
export async function readPair(options: PairOfFiles, io: Io): Promise<Readonly<Record<Side, ProfileFile>>> {
  const { startups, investors } = options;
  // Before they are read as what they are not, which would end with a column that is missing.
  assertRightWay(
    { path: startups, headers: await readHeaders(startups, options, io) },
    { path: investors, headers: await readHeaders(investors, options, io) },
    io,
  );
  const startup = await readProfiles(startups, 'startup', options, io);
  const investor = await readProfiles(investors, 'investor', options, io);
  requireMapUsed(options.map, [startup, investor]);
  return { startup, investor };
}

interface Headers {
  readonly path: string;
  readonly headers: readonly string[];
}

function assertRightWay(startups: Headers, investors: Headers, io: Io): void {
  const isInvestors = guessKind(startups.headers) === 'investor';
  const isStartups = guessKind(investors.headers) === 'startup';
  const asInvestors = `${startups.path} has columns of investors (${signs(startups, 'investor')})`;
  const asStartups = `${investors.path} has columns of startups (${signs(investors, 'startup')})`;
  if (isInvestors && isStartups)
    throw new CliError(`The files are the wrong way round: ${asInvestors}, and ${asStartups}.`, {
      hint: 'Give the startups first, then the investors.',
    });
  if (isInvestors) io.stderr.write(`${asInvestors}, and is read as startups. Is it the right file?\n`);
  if (isStartups) io.stderr.write(`${asStartups}, and is read as investors. Is it the right file?\n`);
}

const signs = ({ headers }: Headers, kind: Side): string =>
  signsOf(headers)
    [kind].map((header) => `"${header}"`)
    .join(', ');
