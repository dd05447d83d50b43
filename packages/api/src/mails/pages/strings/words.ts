import type { PassReason } from '@kopru/sdk/engine';

/** What stands on a page that cannot do what its link is for: what happened, and what to do next. */
interface Said {
  readonly title: string;
  readonly text: string;
}

export type ProblemName =
  | 'invalid'
  | 'expired'
  | 'gone'
  | 'inactive'
  | 'matchGone'
  | 'changed'
  | 'notNow'
  | 'tooMany'
  | 'unreadable'
  | 'failed';

type Answer = 'requested' | 'saved' | 'passed';

/**
 * What the pages of links say in one language, beside the words of the mails. Names are given as they are,
 * never with an ending, and stand where no ending is needed.
 */
export interface PageWords {
  readonly confirm: {
    readonly notYou: string;
    readonly done: string;
    readonly doneLead: (hub: string, profile: string) => string;
  };
  /** When new matches come. */
  readonly next: {
    readonly due: (date: string, time: string) => string;
    readonly onlyNew: string;
    readonly instantly: string;
    readonly noDigest: string;
  };
  readonly unsubscribe: {
    readonly title: string;
    readonly lead: string;
    readonly one: (profile: string) => string;
    readonly all: (hub: string) => string;
    readonly done: string;
    readonly doneOne: (profile: string) => string;
    readonly doneAll: (hub: string) => string;
  };
  readonly back: {
    readonly offer: string;
    readonly title: string;
    readonly lead: (profile: string) => string;
    readonly button: string;
    /** Why the reader cannot come back by a link. */
    readonly refused: Readonly<Record<'bounced' | 'complained' | 'staff', string>>;
  };
  readonly preferences: {
    readonly title: string;
    readonly lead: (profile: string) => string;
    readonly frequency: string;
    readonly frequencies: Readonly<Record<'instantly' | 'daily' | 'weekly', string>>;
    readonly weekday: string;
    /** From Monday on. */
    readonly weekdays: readonly [string, string, string, string, string, string, string];
    readonly weekdayHint: string;
    readonly hour: string;
    readonly hourHint: string;
    readonly timeZone: string;
    readonly locale: string;
    readonly minScore: string;
    readonly minScoreHint: string;
    readonly maxItems: string;
    readonly notices: string;
    readonly notice: Readonly<Record<'digest' | 'introduction' | 'reminder' | 'application', string>>;
    readonly nothingNew: string;
    readonly save: string;
    readonly saved: string;
    /** Over a form of which something cannot be used. */
    readonly check: string;
    readonly numberFrom: (from: number, to: number) => string;
    readonly wholeFrom: (from: number, to: number) => string;
    readonly choose: string;
  };
  readonly answer: {
    readonly ask: Readonly<Record<Answer, (name: string) => string>>;
    /** What the click does. */
    readonly hint: Readonly<Record<Answer, string>>;
    readonly done: Readonly<Record<Answer, (name: string) => string>>;
    readonly message: string;
    /** What the message says unless the reader writes another one. */
    readonly suggestion: (profile: string) => string;
    readonly tooLong: (most: number) => string;
    readonly reason: string;
    readonly noReason: string;
    readonly reasons: Readonly<Record<PassReason, string>>;
  };
  readonly introduction: {
    readonly accept: (name: string) => string;
    readonly decline: (name: string) => string;
    readonly declineHint: string;
    readonly contacts: string;
    readonly contactsMailed: string;
    readonly declined: (name: string) => string;
  };
  readonly problems: Readonly<Record<ProblemName, Said>>;
}
