/**
 * `kopru match`: every startup of one file against every investor of another, on this computer alone.
 *
 * @module
 */
import type { EmbeddedProfile } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';
import { matchAll } from './matching/match-all.ts';
import { embedPair, type RunTools, readyPair, realTools } from './matching/ready-pair.ts';
import { refusalsOf } from './matching/refusals.ts';
import type { MatchRun } from './matching/run.ts';
import { openFiles, writeFiles } from './output/files.ts';
import { matchRows } from './output/rows.ts';
import type { ProfileOptions } from './profiles/read-profiles.ts';
import { reportPage } from './report/page.ts';
import { summaryOf, writeSummary } from './report/summary.ts';
import { wordsOf } from './report/words.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export interface MatchOptions extends ProfileOptions {
  readonly startups: string;
  readonly investors: string;
  /** Where the list goes; its ending gives the format: .csv, .ndjson or .html. @default CSV to stdout */
  readonly output?: string | undefined;
  /** Where the report goes, an HTML file. @default none */
  readonly report?: string | undefined;
  /** Longest list, 1 to 500. @default 10 */
  readonly limit?: number | undefined;
  /** Leaves out matches below this score, 0 to 100. @default 0 */
  readonly minScore?: number | undefined;
  /** Whose lists to write. @default startup */
  readonly per?: Kind | undefined;
  /** Language of the sentences. @default that of the locale */
  readonly lang?: Locale | undefined;
  /** One JSON object with the numbers of the summary, as the last line of stdout. */
  readonly json?: boolean | undefined;
  /** Writes the CSV as Excel opens it by a double click. */
  readonly excel?: boolean | undefined;
}

/** @returns `EXIT.findings` when rows were left out because they could not be read. */
export async function runMatch(options: MatchOptions, io: Io, tools: RunTools = realTools()): Promise<ExitCode> {
  const { limit = 10, minScore = 0, per = 'startup', lang = io.locale } = options;
  const files = await openFiles(options, io);
  try {
    const began = tools.now();
    const pair = await readyPair(options, io);
    const { startup, investor, texts } = await embedPair(pair, tools.model, io);
    const run = matchRun(pair.ready, startup, investor, { limit, minScore });
    const lists = per === 'startup' ? run.lists : matchAll(run.investors, run.startups, { limit, minScore });
    const sides =
      per === 'startup' ? ([run.startups, run.investors] as const) : ([run.investors, run.startups] as const);
    const rows = matchRows(...sides, lists, lang);

    io.signal.throwIfAborted();
    const words = await wordsOf(lang);
    const page = () => reportPage(run, words, dayOf(tools.now(), io));
    await writeFiles(files, rows, page, { excel: options.excel ?? false }, io);

    const seconds = (tools.now().getTime() - began.getTime()) / 1000;
    const summary = summaryOf(run, { listed: rows.length, texts, seconds });
    writeSummary(summary, words, io);
    if (options.json) writeJson(io, summary);
    return pair.hasErrors ? EXIT.findings : EXIT.ok;
  } finally {
    await Promise.all([files.output?.target.discard(), files.report?.discard(), tools.model.close?.()]);
  }
}

function matchRun(
  files: MatchRun['files'],
  startups: readonly EmbeddedProfile[],
  investors: readonly EmbeddedProfile[],
  options: { readonly limit: number; readonly minScore: number },
): MatchRun {
  const others = investors.map(({ profile }) => profile);
  return {
    files,
    startups,
    investors,
    limit: options.limit,
    lists: matchAll(startups, investors, options),
    refusals: startups.map(({ profile }) => refusalsOf(profile, others)),
  };
}

/** The day that stands in the report. `SOURCE_DATE_EPOCH` sets it, so that the same files give the same bytes on any day. */
const dayOf = (now: Date, { env }: Io): string => {
  const epoch = Number(env.SOURCE_DATE_EPOCH);
  const at = epoch > 0 ? epoch * 1000 : now.getTime() - now.getTimezoneOffset() * 60_000;
  return new Date(at).toISOString().slice(0, 10);
};
