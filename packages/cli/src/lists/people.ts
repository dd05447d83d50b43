import type { ProfileFile, ProfileRow } from '../profiles/profile-file.ts';
import { foldWords } from '../values/fold.ts';

/** Finds a row by what somebody wrote for it: its id, else its name where no other has it. */
export type FindPerson = (asked: string) => Found;

type Found =
  | { readonly row: ProfileRow }
  /** What is wrong, to be put after what was asked: "is the name of 2 startups; write the id". */
  | { readonly problem: string };

/** Makes the finder of a file. Names are compared without regard to case, accents and keyboards. */
export function findPeople({ kind, path, rows }: ProfileFile): FindPerson {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byName = new Map<string, ProfileRow[]>();
  for (const row of rows) {
    const name = foldWords(row.profile.name);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return (asked) => {
    const named = byId.has(asked) ? [byId.get(asked) as ProfileRow] : (byName.get(foldWords(asked)) ?? []);
    const [row] = named;
    if (row && named.length === 1) return { row };
    if (row) return { problem: `is the name of ${named.length} ${kind}s in ${path}; write the id` };
    return { problem: `is neither id nor name of a ${kind} in ${path}` };
  };
}
