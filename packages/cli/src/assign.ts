/**
 * `kopru assign`: the meetings of a demo day, each in its slot and at its table.
 *
 * @module
 */
import { loadSolver } from '@kopru/sdk/assign';
import type { Locale } from '@kopru/sdk/strings';
import { embedPair, type RunTools, readyPair, realTools } from './matching/ready-pair.ts';
import { formatOf } from './output/format.ts';
import { openTarget, type Target } from './output/target.ts';
import type { ProfileOptions } from './profiles/read-profiles.ts';
import { CliError, EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';
import { readAbsent } from './timetable/absent.ts';
import { readBlocked } from './timetable/blocked.ts';
import { calendarsOf } from './timetable/calendar.ts';
import { createDay } from './timetable/day.ts';
import { timetablePage } from './timetable/page.ts';
import { planDay, type Timetable } from './timetable/plan-day.ts';
import { timetableCsv, timetableNdjson } from './timetable/rows.ts';
import { summaryOf, writeSummary } from './timetable/summary.ts';
import { type TimetableWords, timetableWordsOf } from './timetable/words.ts';
import { makeFolder, writeCalendars } from './timetable/write-calendars.ts';

export interface AssignOptions extends ProfileOptions {
  readonly startups: string;
  readonly investors: string;
  /** Where the timetable goes; its ending gives the format: .csv or .ndjson. @default CSV to stdout */
  readonly output?: string | undefined;
  /** Where the page goes that shows the whole day, and a sheet for each participant. @default none */
  readonly html?: string | undefined;
  /** Folder for a calendar file of each participant; it is made where it is not there. @default none */
  readonly ics?: string | undefined;
  /** When the first slot begins, as the clock on the wall says: `2026-12-03 10:00`. */
  readonly start: string;
  /** How many slots the day has, 1 to 96. */
  readonly slots: number;
  /** Length of a meeting in minutes, 1 to 480. @default 15 */
  readonly minutes?: number | undefined;
  /** Minutes between two slots, 0 to 480. @default 5 */
  readonly break?: number | undefined;
  /** Most meetings at once, 1 to 1000. @default no limit */
  readonly tables?: number | undefined;
  /** IANA name of the time zone, such as `Asia/Almaty`. @default that of this computer */
  readonly timezone?: string | undefined;
  /** Most meetings of a startup, 1 to 96. @default as many as there are slots */
  readonly meetingsStartup?: number | undefined;
  /** Most meetings of an investor, 1 to 96. @default as many as there are slots */
  readonly meetingsInvestor?: number | undefined;
  /** Pairs below this score do not meet, 0 to 100. @default 0 */
  readonly minScore?: number | undefined;
  /** File of absences: columns participant and slots. @default nobody is absent */
  readonly absent?: string | undefined;
  /** File of pairs that must not meet: columns startup and investor. @default none */
  readonly blocked?: string | undefined;
  /** What the day is called on the page and in the calendars. @default "Demo day" in the language of the page */
  readonly title?: string | undefined;
  /** Where it takes place, such as a hall and its address. @default not told */
  readonly place?: string | undefined;
  /** Language of the page, the calendars and the summary. @default that of the locale */
  readonly lang?: Locale | undefined;
  /** Writes the CSV as Excel opens it by a double click. */
  readonly excel?: boolean | undefined;
  /** One JSON object with the summary, as the last line of stdout. */
  readonly json?: boolean | undefined;
}

/** @returns `EXIT.findings` when rows were left out because they could not be read. */
export async function runAssign(options: AssignOptions, io: Io, tools: RunTools = realTools()): Promise<ExitCode> {
  const day = createDay(options);
  const targets = await openTargets(options, io);
  try {
    const pair = await readyPair(options, io);
    const wishes = {
      absences: await readAbsent(options.absent, pair.files, day.slots, io),
      blocked: await readBlocked(options.blocked, pair.files, io),
      most: { startup: options.meetingsStartup ?? options.slots, investor: options.meetingsInvestor ?? options.slots },
      minScore: options.minScore ?? 0,
    };
    const entries = await embedPair(pair, tools.model, io);
    const timetable = await planDay(entries, day, wishes, await loadSolver());
    io.signal.throwIfAborted();
    const words = await timetableWordsOf(options.lang ?? io.locale);
    await write(timetable, targets, words, options, io, tools.now());
    const summary = summaryOf(timetable);
    writeSummary(summary, words, io);
    if (options.json) writeJson(io, summary);
    return pair.hasErrors ? EXIT.findings : EXIT.ok;
  } finally {
    await Promise.all([targets.list?.discard(), targets.page?.discard(), tools.model.close?.()]);
  }
}

interface Targets {
  readonly list: Target | undefined;
  readonly page: Target | undefined;
}

/** Opens what is to be written, before the work begins. */
async function openTargets({ output, html, ics }: AssignOptions, io: Io): Promise<Targets> {
  if (output !== undefined && formatOf(output) === 'html')
    throw new CliError(`${output} is to hold the list of meetings, which is a CSV or NDJSON.`, {
      hint: `Write the page with --html ${output}`,
    });
  if (html !== undefined && formatOf(html) !== 'html')
    throw new CliError(`${html} is to hold the page.`, { hint: 'Let its name end in .html' });
  if (ics !== undefined) await makeFolder(ics, io);
  const list = output === undefined ? undefined : await openTarget(output, io);
  try {
    return { list, page: html === undefined ? undefined : await openTarget(html, io) };
  } catch (error) {
    await list?.discard();
    throw error;
  }
}

async function write(
  timetable: Timetable,
  { list, page }: Targets,
  words: TimetableWords,
  { output, ics, excel = false }: AssignOptions,
  io: Io,
  now: Date,
): Promise<void> {
  const text =
    output !== undefined && formatOf(output) === 'ndjson'
      ? timetableNdjson(timetable)
      : timetableCsv(timetable, { excel });
  if (list) await list.write(text);
  else io.stdout.write(text);
  await page?.write(timetablePage(timetable, words));
  if (ics !== undefined) await writeCalendars(ics, calendarsOf(timetable, words, stampOf(now, io)), io);
}

/** When the calendars were made. `SOURCE_DATE_EPOCH` sets it, so that the same files give the same bytes. */
const stampOf = (now: Date, { env }: Io): Date => {
  const epoch = Number(env.SOURCE_DATE_EPOCH);
  return epoch > 0 ? new Date(epoch * 1000) : now;
};
