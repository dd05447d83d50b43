/**
 * `kopru eval`: how well the engine ranks, measured on pairs that are known to be right.
 *
 * Each startup (or investor, with `--per`) for which a pair is right is a **query**. Its **candidates** are all
 * of the other side that take part in matching: what can be read, is active and has consent, whatever a
 * limit says of it. Three systems rank the same candidates:
 *
 * - `kopru`: the whole score, as `kopru match` lists it. A candidate that a limit rules out, or that is not
 *   among the 500 nearest, comes after all that are listed.
 * - `embedding`: the cosine of the texts alone.
 * - `minisearch`: BM25+ over the words of the texts, as one would find them without a model.
 *
 * A candidate is **right** when its pair is in the file of pairs and its relevance is not no; one that nobody
 * judged counts as wrong, so that figures are only ever too low, and can be compared only within one file.
 * Equal scores keep the order of the file. With R right ones, of which the i-th stands at rank r(i):
 *
 * - MAP: mean over the queries of Σ i / r(i) / R.
 * - MRR: mean of 1 / r(1).
 * - nDCG@10: Σ 1 / log2(r(i) + 1) over ranks up to 10, divided by the same of a perfect ranking.
 * - precision@5: right ones among the first 5, divided by 5.
 * - recall@10: right ones among the first 10, divided by R.
 *
 * The intervals (95 %, percentile bootstrap of 1000 samples of queries) say how far a figure would move
 * with other queries. It is a tool to judge, not to tune: a choice that was made by these figures has to be
 * judged on other pairs.
 *
 * @module
 */
import type { EmbeddedProfile } from '@kopru/sdk/engine';
import { rank } from '@kopru/sdk/metrics';
import { type Comparison, compare } from './evaluate/figures.ts';
import { createSystems, type System } from './evaluate/systems.ts';
import { type JudgedPair, readTruth } from './evaluate/truth.ts';
import { writeComparison } from './evaluate/write-comparison.ts';
import { listIssues } from './lists/read-list.ts';
import { embedPair, type RunTools, readyPair, realTools } from './matching/ready-pair.ts';
import type { Side } from './matching/side.ts';
import type { ProfileOptions } from './profiles/read-profiles.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export interface EvalOptions extends ProfileOptions {
  readonly startups: string;
  readonly investors: string;
  /** File of pairs: columns startup and investor, and optionally relevance (0, 1, yes, no). */
  readonly truth: string;
  /** Whose lists are judged. @default startup */
  readonly per?: Side | undefined;
  /** Draws other samples for the intervals, 0 to 4294967295. @default 1 */
  readonly seed?: number | undefined;
  /** One JSON object with all figures, as the last line of stdout, in place of the table. */
  readonly json?: boolean | undefined;
}

/** What was measured: what `--json` gives. */
export interface Evaluated extends Comparison {
  readonly per: Side;
  /** Id of the model. */
  readonly model: string;
  readonly queries: number;
  /** Of each query. */
  readonly candidates: number;
  /** Pairs that are right and that were counted. */
  readonly pairs: number;
  readonly seed: number;
  /** Rows of the file of pairs that were left out, and pairs of somebody who takes no part in matching. */
  readonly leftOut: { readonly rows: number; readonly pairs: number };
}

/** @returns `EXIT.findings` when rows of any of the files were left out because they could not be used. */
export async function runEval(options: EvalOptions, io: Io, tools: RunTools = realTools()): Promise<ExitCode> {
  const { per = 'startup', seed = 1, truth: path } = options;
  try {
    const pair = await readyPair(options, io);
    const truth = await readTruth(path, pair.files, io);
    for (const line of listIssues(path, truth.issues)) io.stderr.write(`${io.colours.yellow('warning')} ${line}\n`);
    const entries = await embedPair(pair, tools.model, io);
    const evaluated = evaluate(entries, truth.pairs, { per, seed, path, rows: truth.issues.length });
    if (options.json) writeJson(io, evaluated);
    else writeComparison(evaluated, io);
    return pair.hasErrors || truth.issues.length > 0 ? EXIT.findings : EXIT.ok;
  } finally {
    await tools.model.close?.();
  }
}

interface Asked {
  readonly per: Side;
  readonly seed: number;
  readonly path: string;
  /** Rows of the file of pairs that were left out. */
  readonly rows: number;
}

function evaluate(
  entries: Readonly<Record<Side, readonly EmbeddedProfile[]>>,
  judged: readonly JudgedPair[],
  { per, seed, path, rows }: Asked,
): Evaluated {
  const other = per === 'startup' ? 'investor' : 'startup';
  const [subjects, candidates] = [entries[per], entries[other]];
  const ids = (of: readonly EmbeddedProfile[]) => new Set(of.map(({ profile }) => profile.id));
  const [subjectIds, candidateIds] = [ids(subjects), ids(candidates)];
  const right = judged.filter(({ relevant }) => relevant);
  const counted = right.filter((pair) => subjectIds.has(pair[per]) && candidateIds.has(pair[other]));
  const rightOf = new Map<string, Set<string>>();
  for (const pair of counted) rightOf.set(pair[per], (rightOf.get(pair[per]) ?? new Set()).add(pair[other]));
  const queries = subjects.filter(({ profile }) => rightOf.has(profile.id));
  if (queries.length === 0)
    throw new CliError(`No pair of ${path} is of two that take part in matching.`, {
      hint: 'They need consent and an active profile. See what was left out above.',
    });
  const systems = createSystems(candidates);
  const ranked = (system: System) =>
    queries.map((query) => {
      const sought = rightOf.get(query.profile.id);
      return rank(systems[system](query)).map((place) => sought?.has(candidates[place]?.profile.id ?? '') ?? false);
    });
  return {
    per,
    model: candidates[0]?.model ?? '',
    queries: queries.length,
    candidates: candidates.length,
    pairs: counted.length,
    seed,
    leftOut: { rows, pairs: right.length - counted.length },
    ...compare({ kopru: ranked('kopru'), embedding: ranked('embedding'), minisearch: ranked('minisearch') }, { seed }),
  };
}
