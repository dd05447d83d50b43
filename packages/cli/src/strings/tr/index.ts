import type { CliStrings } from '../index.ts';
import { help } from './help.ts';
import { report } from './report.ts';
import { timetable } from './timetable.ts';

export const tr: CliStrings = { help, report, timetable };
