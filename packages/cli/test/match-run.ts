import { embedProfiles, validateProfile } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import type { Kind, Profile } from '@kopru/sdk/schema';
import { makeReady } from '../src/matching/make-ready.ts';
import { type ListOptions, matchAll } from '../src/matching/match-all.ts';
import { refusalsOf } from '../src/matching/refusals.ts';
import type { MatchRun } from '../src/matching/run.ts';
import type { ProfileFile, RowIssue } from '../src/profiles/profile-file.ts';

/** A row of a file: its id, and the fields of its profile. */
export type Row = { readonly id: string; readonly [field: string]: unknown };

/** A file as if it had been read; each row is validated, and without consent it says yes. */
export function profileFile(kind: Kind, rows: readonly Row[], issues: readonly RowIssue[] = []): ProfileFile {
  return {
    kind,
    path: `${kind}s.csv`,
    format: 'csv',
    columns: [],
    issues,
    rows: rows.map(({ id, ...fields }, i) => {
      const result = validateProfile(kind, { name: id, consent: { matching: true }, ...fields });
      if (!result.ok) throw new Error(`${id}: ${JSON.stringify(result.issues)}`);
      return { id, line: i + 2, profile: result.value as Profile };
    }),
  };
}

/** A run over two such files, with hashes for vectors. */
export async function matchRunOf(
  startups: ProfileFile,
  investors: ProfileFile,
  options: ListOptions = { limit: 10, minScore: 0 },
): Promise<MatchRun> {
  const files = { startup: makeReady(startups), investor: makeReady(investors) };
  const [a, b] = await Promise.all(
    [files.startup, files.investor].map((f) => embedProfiles(f.profiles, hashEmbedder())),
  );
  const [left, right] = [a ?? [], b ?? []];
  return {
    files,
    startups: left,
    investors: right,
    limit: options.limit,
    lists: matchAll(left, right, options),
    refusals: left.map(({ profile }) => refusalsOf(profile, files.investor.profiles)),
  };
}
