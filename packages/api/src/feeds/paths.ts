/** The files of a feed, by what they are. */
export const FILES = { atom: 'feed.atom', json: 'feed.json', calendar: 'introductions.ics' } as const;

/** The path of a file of a feed. */
export const pathOf = (secret: string, file: keyof typeof FILES): string => `/feeds/${secret}/${FILES[file]}`;
