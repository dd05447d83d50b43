/**
 * Letter case and signs do not tell names apart, nor does the kind of apostrophe, some of
 * which are letters to Unicode. İ, I and ı fold to one letter, since a name reaches us typed on
 * Turkish and English keyboards alike.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\u02bb\u02bc]/g, "'")
    .replace(/[İIı]/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
