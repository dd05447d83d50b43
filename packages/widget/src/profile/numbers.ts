/**
 * A number as people type it: `300 000`, `300.000`, `1,5`, `1,234.50`. A single sign with three digits
 * behind it parts thousands, since nobody states an amount to the thousandth.
 *
 * @returns undefined for what is no number.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^-?\d[\d.,]*$/.test(plain)) return undefined;
  const decimal = decimalSign(plain);
  const [whole = '', part = ''] = decimal ? splitLast(plain, decimal) : [plain];
  const groups = whole.replace('-', '').split(/[.,]/);
  const isGrouped =
    groups.length === 1 || groups.every((group, i) => /^\d+$/.test(group) && (i === 0 || group.length === 3));
  if (!isGrouped || !/^\d*$/.test(part)) return undefined;
  return Number(`${whole.replace(/[.,]/g, '')}.${part || '0'}`);
}

/** The sign before the part of a whole; undefined where there is none. */
function decimalSign(text: string): string | undefined {
  const last = text.match(/[.,](?=\d*$)/)?.[0];
  if (!last) return undefined;
  const digits = text.length - text.lastIndexOf(last) - 1;
  const isOnly = text.split(last).length === 2;
  const other = last === '.' ? ',' : '.';
  if (text.includes(other)) return isOnly ? last : undefined;
  return isOnly && digits !== 3 ? last : undefined;
}

const splitLast = (text: string, sign: string): string[] => {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
};
