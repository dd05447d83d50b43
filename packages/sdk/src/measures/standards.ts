/**
 * Standards by their designation, as two scripts and several bodies write them.
 *
 * @module
 */

/** Letters of GOST designations, as Latin ones write them. */
// biome-ignore format: an alphabet
const LATIN: Readonly<Record<string, string>> = {
  А: 'A', Б: 'B', В: 'V', Г: 'G', Д: 'D', Е: 'E', И: 'I', К: 'K', Л: 'L', М: 'M', Н: 'N', О: 'O', П: 'P', Р: 'R',
  С: 'S', Т: 'T', У: 'U', Х: 'H', Э: 'E', Қ: 'Q', Ў: 'O',
};

/** Marks of bodies that adopt a European or international standard under its number. */
const ADOPTED = /^(?:TS|MSZ|DIN|BS|AZS|STRK|OZDST|KMS|GOSTR?|TDS)+(?=EN|ISO|IEC)/;

/** A designation without spaces, script, year and the mark of who adopted it: `ГОСТ Р ЕН 1434-1-2011` is `EN1434-1`. */
export const foldStandard = (name: string): string =>
  [...name.normalize('NFKC').toUpperCase()]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .replace(/[–—]/g, '-')
    // A hyphen parts the numbers of a series, and nothing else.
    .replace(/[\s./‘’'-]+/g, (gap, at: number, all: string) =>
      gap.includes('-') && /\d/.test(all[at - 1] ?? '') && /\d/.test(all[at + gap.length] ?? '') ? '-' : '',
    )
    .replaceAll('MEK', 'IEC')
    .replace(/[-:](?:19|20)\d\d$/, '')
    .replace(ADOPTED, '');

/** Whether who tests by one standard tests by the other: the same, or a part of it. Both folded. */
export const coversStandard = (given: string, wanted: string): boolean =>
  wanted === given || wanted.startsWith(`${given}-`);
