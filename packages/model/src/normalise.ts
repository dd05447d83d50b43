/** o or g with whatever stands for the Uzbek apostrophe. */
const UZBEK = /([oOgG])[\u02bb\u02bc\u2019\u2018'`\u00b4]/g;

/** Only Turkmen has these letters. */
const TURKMEN = /[ýžňÝŽŇ]/;
const TURKMEN_FOLDS: Readonly<Record<string, string>> = {
  ý: 'y',
  Ý: 'Y',
  ž: 'j',
  Ž: 'J',
  ň: 'n',
  Ň: 'N',
  w: 'v',
  W: 'V',
};

/** White space as Python's `str.isspace` has it: unlike `\s`, with U+001C–1F and U+0085, without U+FEFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: four of them count as spaces
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Control and format characters and lone surrogates. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/**
 * Folds a text to what the model was trained on: one spelling of the Uzbek o‘ g‘, NFKC, Turkmen letters
 * folded (ý ž ň w → y j n v), control and format characters out, one space between words, none around.
 * For the model only: never for what is shown.
 *
 * @returns the empty string if the text has nothing that the model could read.
 */
export function normalise(text: string): string {
  // the apostrophes come first: NFKC splits the acute accent (U+00B4) into a space and a combining mark
  let folded = text.replace(UZBEK, '$1\u2018').normalize('NFKC');
  if (TURKMEN.test(folded)) folded = folded.replace(/[ýžňÝŽŇwW]/g, (letter) => TURKMEN_FOLDS[letter] ?? letter);
  // spaces that only a format character kept apart become one, so the last step comes after it
  return folded.replace(SPACES, ' ').replace(UNREADABLE, '').replace(/ +/g, ' ').replace(/^ | $/g, '');
}
