import type { CountryCode, SectorCode } from '@kopru/sdk/facets';
import { createFormatter, type FacetName, type Formatter, LOCALE_STRINGS, type Locale } from '@kopru/sdk/strings';
import { stringsOf } from '../strings/index.ts';
import type { ReportStrings } from '../strings/report-strings.ts';

/** The words of one language, with numbers and names as it writes them. */
export interface Words extends ReportStrings {
  readonly locale: Locale;
  readonly format: Formatter;
  number(n: number): string;
  /** A part of so many, as the formats tell a share. */
  share(part: number, of: number): string;
  country(code: CountryCode | undefined): string;
  sector(code: SectorCode): string;
  facet(name: FacetName): string;
  /** What a gate is called inside a sentence; `score` is the smallest score that was asked for. */
  gate(name: string): string;
}

export async function wordsOf(locale: Locale): Promise<Words> {
  const { report } = await stringsOf(locale);
  const format = createFormatter(LOCALE_STRINGS[locale]);
  return {
    ...report,
    locale,
    format,
    number: (n) => format.number(n, { decimals: 1 }),
    share: (part, of) => format.share(of === 0 ? 0 : part / of),
    country: (code) => (code ? format.capitalise(format.country(code)) : format.capitalise(report.notStated)),
    sector: (code) => format.capitalise(format.sector(code)),
    facet: (name) => format.capitalise(format.facet(name)),
    gate: (name) =>
      Object.hasOwn(report.limits, name)
        ? report.limits[name as keyof ReportStrings['limits']]
        : format.facet(name === 'exclusion' ? 'excludedSectors' : (name as FacetName)),
  };
}
