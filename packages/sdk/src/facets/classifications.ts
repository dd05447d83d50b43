/**
 * Symbols of the International Patent Classification (IPC) and of the Cooperative Patent Classification (CPC),
 * which has the same sections and classes and some more.
 *
 * @module
 */

/**
 * The classes of each section. Source: IPC 2025.01 (WIPO), and of the CPC 2025.01 (EPO and USPTO) what it has beside:
 * `D10` and section Y. The classes 99 are for what no other class of their section holds.
 */
const CLASSES: Readonly<Record<string, string>> = {
  A: '01 21 22 23 24 41 42 43 44 45 46 47 61 62 63 99',
  B: '01 02 03 04 05 06 07 08 09 21 22 23 24 25 26 27 28 29 30 31 32 33 41 42 43 44 60 61 62 63 64 65 66 67 68 81 82 99',
  C: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 21 22 23 25 30 40 99',
  D: '01 02 03 04 05 06 07 10 21 99',
  E: '01 02 03 04 05 06 21 99',
  F: '01 02 03 04 15 16 17 21 22 23 24 25 26 27 28 41 42 99',
  G: '01 02 03 04 05 06 07 08 09 10 11 12 16 21 99',
  H: '01 02 03 04 05 10 99',
  Y: '02 04 10',
};

const SYMBOL = /^([A-HY])\s*(\d\d)\s*(?:([A-Z])\s*(?:(\d{1,4})\s*\/\s*(\d{2,6}))?)?$/;

/** The parts of a symbol, from the section to the group; those that it does not name are missing. */
export interface Classification {
  /** As it is written: `A01G 25/16`, `A01G` or `A01`. */
  readonly code: string;
  /** Section and class: `A01`. */
  readonly class: string;
  /** Section, class and subclass: `A01G`. */
  readonly subclass?: string;
}

/** Reads a symbol, with or without the space before the group, in either case. Undefined: it is written as none is. */
export function parseClassification(text: string): Classification | undefined {
  const [, section, number, letter, group, subgroup] = SYMBOL.exec(text.trim().toUpperCase()) ?? [];
  if (section === undefined) return undefined;
  const top = `${section}${number}`;
  if (letter === undefined) return { code: top, class: top };
  const subclass = `${top}${letter}`;
  return { code: group ? `${subclass} ${Number(group)}/${subgroup}` : subclass, class: top, subclass };
}

/** Whether the classifications have the section and the class of a symbol. */
export const hasClass = ({ class: code }: Pick<Classification, 'class'>): boolean =>
  CLASSES[code.slice(0, 1)]?.split(' ').includes(code.slice(1)) === true;
