import type { Kind } from '@kopru/sdk/schema';
import MiniSearch from 'minisearch';
import type { ProfileFile, ProfileRow } from '../profiles/profile-file.ts';
import { CliError } from '../terminal/exit.ts';
import { foldWords } from '../values/fold.ts';

/** A row of a file, and of which kind it is. */
export interface FoundRow {
  readonly kind: Kind;
  readonly row: ProfileRow;
}

/**
 * The two rows that are asked for, each by its id, its name, or the beginning of its name where no other
 * begins so. Either may be the startup.
 *
 * @throws {CliError} on one that is not found, with the nearest names, or that is more than one.
 */
export function findPair(a: string, b: string, startups: ProfileFile, investors: ProfileFile): [FoundRow, FoundRow] {
  const isSwapped = matching(a, startups).length === 0 && matching(b, investors).length === 0;
  const canSwap = matching(a, investors).length > 0 && matching(b, startups).length > 0;
  const [first, second] = isSwapped && canSwap ? [investors, startups] : [startups, investors];
  return [findRow(a, first), findRow(b, second)];
}

function findRow(asked: string, file: ProfileFile): FoundRow {
  const [row, ...others] = matching(asked, file);
  if (row && others.length === 0) return { kind: file.kind, row };
  const names = row ? [row, ...others] : nearest(asked, file);
  const listed = names.slice(0, MOST_SUGGESTED).map((found) => `  ${told(found)}`);
  throw new CliError(
    row
      ? `"${asked}" could be ${names.length} of the ${file.kind}s in ${file.path}.`
      : `No ${file.kind} in ${file.path} has the id or name "${asked}".`,
    { hint: listed.length > 0 ? `${row ? 'Say which' : 'Nearest'}:\n${listed.join('\n')}` : undefined },
  );
}

const MOST_SUGGESTED = 5;

const told = ({ id, profile }: ProfileRow): string => (id === profile.name ? id : `${id} (${profile.name})`);

/** The rows that `asked` names: the first of the ways in which any is named. */
function matching(asked: string, { rows }: ProfileFile): readonly ProfileRow[] {
  const name = foldWords(asked);
  const ways: ((row: ProfileRow) => boolean)[] = [
    ({ id }) => id === asked,
    ({ profile }) => foldWords(profile.name) === name,
    ({ profile }) => name !== '' && foldWords(profile.name).startsWith(name),
  ];
  for (const way of ways) {
    const found = rows.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

function nearest(asked: string, { rows }: ProfileFile): ProfileRow[] {
  const index = new MiniSearch({
    fields: ['name', 'id'],
    idField: 'place',
    processTerm: foldWords,
    searchOptions: { fuzzy: 0.34, prefix: true },
  });
  index.addAll(rows.map(({ id, profile }, place) => ({ place, id, name: profile.name })));
  return index.search(asked).map(({ id }) => rows[id as number] as ProfileRow);
}
