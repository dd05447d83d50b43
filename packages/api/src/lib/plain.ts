/** One line of characters that XML can carry (XML 1.0, section 2.2). */
export const plain = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ');
