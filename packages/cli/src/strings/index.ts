import type { Locale } from '@kopru/sdk/strings';
import type { HelpStrings } from './help-strings.ts';
import type { ReportStrings } from './report-strings.ts';
import type { TimetableStrings } from './timetable-strings.ts';

/** What the command line says in one language. */
export interface CliStrings {
  readonly help: HelpStrings;
  readonly report: ReportStrings;
  readonly timetable: TimetableStrings;
}

/** Loads the strings of a language; the others are not read. A new one is a folder and a line here. */
const LOADERS: Readonly<Record<Locale, () => Promise<CliStrings>>> = {
  az: async () => (await import('./az/index.ts')).az,
  tr: async () => (await import('./tr/index.ts')).tr,
  kk: async () => (await import('./kk/index.ts')).kk,
  ky: async () => (await import('./ky/index.ts')).ky,
  uz: async () => (await import('./uz/index.ts')).uz,
  tk: async () => (await import('./tk/index.ts')).tk,
  hu: async () => (await import('./hu/index.ts')).hu,
  ru: async () => (await import('./ru/index.ts')).ru,
  en: async () => (await import('./en/index.ts')).en,
};

export const stringsOf = (locale: Locale): Promise<CliStrings> => LOADERS[locale]();
