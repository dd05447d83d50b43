/** The letters beyond ASCII that texts of our languages have in a code page; the first wins where two fit alike. */
const CODE_PAGES: readonly { readonly label: string; readonly letters: RegExp }[] = [
  { label: 'windows-1254', letters: /[çğıöşüâîûÇĞİÖŞÜÂÎÛ]/ },
  { label: 'windows-1251', letters: /[а-яёіїєўґА-ЯЁІЇЄЎҐ]/ },
  { label: 'windows-1250', letters: /[áéíóöőúüűäçňşýžÁÉÍÓÖŐÚÜŰÄÇŇŞÝŽ]/ },
  { label: 'windows-1252', letters: /[äöüßéèêçáíóúñÄÖÜÉÈÊÇÁÍÓÚÑ]/ },
  { label: 'ibm866', letters: /[а-яёА-ЯЁ]/ },
  { label: 'koi8-r', letters: /[а-яёА-ЯЁ]/ },
];

/** The commonest Cyrillic letters: capitals of KOI8-R are small letters of windows-1251, and only these tell them apart. */
const COMMON = /[оеаинтОЕАИНТ]/;
const COMMON_SCORE = 0.2;

/** What exports put between letters: quotes, dashes, signs of money and number. */
const MARK = /[«»„“”‘’–—…№°§©®€£\u00a0\u00ad·•±]/;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Bytes beyond ASCII that are looked at: more do not change the answer. */
const ENOUGH = 20_000;

/**
 * The code page in which text looks most like text: each letter beyond ASCII is one that our languages
 * have, stands among letters of its own script, and is not large after a small one.
 */
export function likeliest(bytes: Uint8Array): string {
  const part = sampleOf(bytes);
  const scores = CODE_PAGES.map(({ label, letters }) => scoreOf(new TextDecoder(label).decode(part), letters));
  return CODE_PAGES[scores.indexOf(Math.max(...scores))]!.label;
}

/** The file from its beginning, as far as enough bytes beyond ASCII are in it. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let found = 0;
  const end = bytes.findIndex((byte) => byte > 127 && ++found > ENOUGH);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function scoreOf(text: string, letters: RegExp): number {
  let score = 0;
  let before = '';
  for (const sign of text) {
    if (sign > '\u007f') score += signScore(sign, letters);
    if (isLetter(before) && isLetter(sign) && (before > '\u007f' || sign > '\u007f')) {
      if (CYRILLIC.test(before) !== CYRILLIC.test(sign)) score -= 2;
      if (isSmall(before) && isLarge(sign)) score -= 2;
    }
    before = sign;
  }
  return score;
}

function signScore(sign: string, letters: RegExp): number {
  if (letters.test(sign)) return COMMON.test(sign) ? 1 + COMMON_SCORE : 1;
  if (MARK.test(sign)) return 0;
  return isLetter(sign) ? -1 : -2;
}

const isLetter = (sign: string): boolean => LATIN.test(sign) || CYRILLIC.test(sign);
const isSmall = (sign: string): boolean => sign !== sign.toUpperCase();
const isLarge = (sign: string): boolean => sign !== sign.toLowerCase();
