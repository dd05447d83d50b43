import { sectors } from '@kopru/model';
import { createThreadedEmbedder } from '@kopru/model/threads';
import type { EmbeddedProfile } from '@kopru/sdk/engine';
import type { ProfileFile } from '../profiles/profile-file.ts';
import { writeIssues, writeMapping } from '../profiles/write-issues.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { embedWatched, type Model } from './embed-watched.ts';
import { makeReady, type ReadyFile } from './make-ready.ts';
import { type PairOfFiles, readPair } from './read-pair.ts';
import type { Side } from './side.ts';

/** What a test puts in place of the model and the clock. */
export interface RunTools {
  readonly model: Model & { close?(): Promise<void> };
  readonly now: () => Date;
}

export function realTools(): RunTools {
  const embedder = createThreadedEmbedder();
  return { model: { embedder, sectors: sectors(), close: () => embedder.close() }, now: () => new Date() };
}

/** The two files, read and told of, before anything is embedded. */
export interface ReadyPair {
  readonly files: Readonly<Record<Side, ProfileFile>>;
  readonly ready: Readonly<Record<Side, ReadyFile>>;
  /** Whether rows were left out because they could not be read. */
  readonly hasErrors: boolean;
}

/** Issues that are listed; of the rest only their number is told. */
const MOST_ISSUES = 20;

/** Reads both files, shows what was read and what could not be. @throws {CliError} when one holds nobody. */
export async function readyPair(options: PairOfFiles, io: Io): Promise<ReadyPair> {
  const files = await readPair(options, io);
  writeMapping([files.startup, files.investor], io);
  const ready = { startup: makeReady(files.startup), investor: makeReady(files.investor) };
  const issues = [...ready.startup.issues, ...ready.investor.issues];
  writeIssues(issues, io, { limit: MOST_ISSUES });
  for (const { file, profiles, unshown } of Object.values(ready)) {
    if (profiles.length > 0) continue;
    throw new CliError(`${file.path} has no ${file.kind} that could be compared.`, {
      hint:
        unshown > 0
          ? `${unshown} of its rows are without consent, or not active.`
          : 'A row needs a name and a text. If a column was taken for the wrong field, use --map "Column=field".',
    });
  }
  return { files, ready, hasErrors: issues.some(({ severity }) => severity === 'error') };
}

/** Both sides with their vectors, and how many texts were embedded for that. */
export async function embedPair({ ready }: ReadyPair, model: Model, io: Io): Promise<EmbeddedPair> {
  const { entries, texts } = await embedWatched([...ready.startup.profiles, ...ready.investor.profiles], model, io);
  const of = (kind: Side) => entries.filter(({ profile }) => profile.kind === kind);
  return { startup: of('startup'), investor: of('investor'), texts };
}

type EmbeddedPair = Readonly<Record<Side, readonly EmbeddedProfile[]>> & { readonly texts: number };
