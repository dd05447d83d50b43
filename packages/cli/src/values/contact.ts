/** The address of a site; `https://` is put before one that is written without a scheme. */
export function readWebsite(cell: string): string {
  const written = firstOf(cell);
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
}

/** An e-mail address without what forms and address books put around it. */
export const readEmail = (cell: string): string =>
  (/<([^<>\s]+@[^<>\s]+)>/.exec(cell)?.[1] ?? firstOf(cell)).replace(/^mailto:/i, '');

/** A telephone number without the apostrophe that keeps a spreadsheet from counting with it. */
export const readPhone = (cell: string): string => cell.replace(/^['’]/, '').trim();

/** The first of several that stand in one cell. */
const firstOf = (cell: string): string => cell.trim().split(/[\s,;]+/, 1)[0] ?? '';
