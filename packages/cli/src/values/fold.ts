/**
 * One form for all the ways in which a word is typed: on Turkish, Russian and English keyboards, with
 * or without the letters that an old encoding lacks.
 *
 * @module
 */

/** Letters that Unicode does not take apart, by the letter that stands for them on another keyboard. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  ə: 'e',
  ø: 'o',
  ł: 'l',
  қ: 'к',
  ғ: 'г',
  ң: 'н',
  ү: 'у',
  ұ: 'у',
  ө: 'о',
  ә: 'а',
  һ: 'х',
};

/** Cyrillic letters, by the Latin ones that look like them, small or capital. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
};

/** Small letters without marks; every kind of apostrophe is `'`, every kind of space one space. */
export const fold = (text: string): string =>
  text
    // Before NFKC, which makes a space and a mark of it; the others after, since some letters are taken apart into one.
    .replaceAll('\u00b4', "'")
    .normalize('NFKC')
    .replace(/[İIı]/g, 'i')
    .replace(/[\u02b9\u02bb\u02bc\u2018\u2019\u2032`]/g, "'")
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[əøłқғңүұөәһ]/g, (letter) => STANDS_FOR[letter] as string)
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a text, folded, with one space between them: what two names are compared by. */
export const foldWords = (text: string): string =>
  fold(text)
    .replaceAll("'", '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a text in small letters and with all their marks: "ҚР" is not "КР". */
export const exactWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[İIı]/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/**
 * Folded words with the Cyrillic letters that look Latin made Latin, so that a name is found in whichever
 * of the two somebody typed a letter. Not for names of a few letters: "РК" is not "PK".
 */
export const alike = (words: string): string =>
  words.replace(/[авеікмнорстух]/g, (letter) => LOOKS_LIKE[letter] as string);
