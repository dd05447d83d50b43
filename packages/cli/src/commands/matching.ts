import { file, json, lang, needed, number, oneOf, reading, remote, text, toggle, whole } from '../options.ts';
import { type Command, command } from './spec.ts';

const FILES = [
  { name: 'startups', file: true },
  { name: 'investors', file: true },
] as const;

const SIDES = ['startup', 'investor'] as const;

/** Two profiles of two files, or of the API where no file is given. */
const PAIR = {
  args: [{ name: 'a' }, { name: 'b' }],
  options: { startups: file('file'), investors: file('file'), lang, ...reading, json, ...remote },
} as const;

/** What is done with files alone, with no server. */
export const MATCHING_COMMANDS: readonly Command[] = [
  command({
    name: 'match',
    args: FILES,
    options: {
      output: file('file', { short: 'o' }),
      report: file('file', { short: 'r' }),
      limit: whole(1, 500, { short: 'n', shown: '10' }),
      minScore: number(0, 100, { shown: '0' }),
      per: oneOf('side', SIDES, { shown: 'startup' }),
      lang,
      ...reading,
      excel: toggle(),
      json,
    },
    examples: [
      'kopru match startups.csv investors.csv -o matches.csv --report report.html',
      'kopru match girisimler.xlsx yatirimcilar.csv --per investor --lang tr --excel -o eslesmeler.csv',
    ],
    run: async ([startups = '', investors = ''], options, io) =>
      (await import('../match.ts')).runMatch({ startups, investors, ...options }, io),
  }),
  command({
    name: 'validate',
    args: [{ name: 'file', file: true }],
    options: { kind: oneOf('kind', SIDES, { short: 'k' }), strict: toggle(), ...reading, json },
    examples: ['kopru validate startups.csv', 'kopru validate investors.xlsx --kind investor --strict'],
    run: async ([path = ''], options, io) =>
      (await import('../validate.ts')).runValidate({ file: path, ...options }, io),
  }),
  command({
    name: 'explain',
    ...PAIR,
    examples: ['kopru explain "Topıraq" "Xəzər Fondu" --startups startups.csv --investors investors.csv'],
    run: async ([a = '', b = ''], options, io) => (await import('../explain.ts')).runExplain({ a, b, ...options }, io),
  }),
  command({
    name: 'why-not',
    ...PAIR,
    examples: ['kopru why-not agri-17 fund-3 --startups startups.csv --investors investors.csv'],
    run: async ([a = '', b = ''], options, io) => (await import('../why-not.ts')).runWhyNot({ a, b, ...options }, io),
  }),
  command({
    name: 'assign',
    args: FILES,
    options: {
      start: needed(text('time')),
      slots: needed(whole(1, 96)),
      output: file('file', { short: 'o', help: 'timetableOutput' }),
      html: file('file'),
      ics: file('folder'),
      minutes: whole(1, 480, { shown: '15' }),
      break: whole(0, 480, { shown: '5' }),
      tables: whole(1, 1000),
      timezone: text('name'),
      meetingsStartup: whole(1, 96),
      meetingsInvestor: whole(1, 96),
      minScore: number(0, 100, { shown: '0' }),
      absent: file('file'),
      blocked: file('file'),
      title: text('text'),
      place: text('text'),
      lang: { ...lang, help: 'timetableLang' },
      ...reading,
      excel: toggle(),
      json,
    },
    examples: [
      'kopru assign startups.csv investors.csv --start "2026-12-03 10:00" --slots 8 -o day.csv --html day.html --ics calendars',
    ],
    run: async ([startups = '', investors = ''], options, io) =>
      (await import('../assign.ts')).runAssign({ startups, investors, ...options }, io),
  }),
  command({
    name: 'eval',
    args: FILES,
    options: {
      truth: needed(file('file')),
      per: oneOf('side', SIDES, { shown: 'startup' }),
      seed: whole(0, 4_294_967_295, { shown: '1' }),
      ...reading,
      json,
    },
    examples: ['kopru eval startups.csv investors.csv --truth pairs.csv'],
    run: async ([startups = '', investors = ''], options, io) =>
      (await import('../eval.ts')).runEval({ startups, investors, ...options }, io),
  }),
];
