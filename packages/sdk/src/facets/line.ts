/** The parts of a line in which semicolons stand between them, as in a cell of a table and a line of a form. */
export const partsOf = (line: string): string[] => line.split(';').map((part) => part.trim());

/** The line of some parts; what is not given at the end is left out. */
export const lineOf = (parts: readonly (string | number | undefined)[]): string =>
  parts.join('; ').replace(/(?:; )+$/, '');
