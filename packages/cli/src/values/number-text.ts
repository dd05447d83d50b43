import type { Times } from './amount-words.ts';

/**
 * The number that digits with their marks are, in whichever of our languages they were written.
 *
 * @param times the multiplier that stands with it, which tells how one mark before three digits is meant:
 * "1.500" is fifteen hundred by itself, and "1,250 млн" is one and a quarter million.
 * @returns undefined for marks that fit no way of writing; `ambiguous` where two fit.
 */
export function numberOf(text: string, times?: Times): number | 'ambiguous' | undefined {
  const marks = [...text.matchAll(/[ .,']/g)].map(([mark]) => mark);
  const last = marks.at(-1);
  if (last === undefined) return Number(text);
  const groups = text.split(/[ .,']/);
  const isGrouped = (some: readonly string[]) =>
    (some[0] as string).length <= 3 && some.slice(1).every((group) => group.length === 3);
  const plain = (some: readonly string[]) => Number(some.join(''));

  if (marks.length === 1) {
    const [whole = '', part = ''] = groups;
    if (last === ' ' || last === "'") return plain(groups);
    if (part.length !== 3 || whole === '0' || whole.length > 3) return Number(`${whole}.${part}`);
    if (!times) return plain(groups);
    if (last === '.' ? times.point : times.comma) return last === '.' ? plain(groups) : Number(`${whole}.${part}`);
    return 'ambiguous';
  }
  const group = marks[0];
  const isOne = marks.every((mark) => mark === group);
  if (isOne) return isGrouped(groups) ? plain(groups) : undefined;
  // The last mark is another one than those before it: it stands before the decimals.
  const rest = marks.slice(0, -1).every((mark) => mark === group);
  if (!rest || (last !== '.' && last !== ',') || !isGrouped(groups.slice(0, -1))) return undefined;
  return Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`);
}
