import type { Locale } from '@kopru/sdk/strings';

/** How a hub's mails look. */
export interface Brand {
  /** The hub's name. */
  readonly name: string;
  /** An https address. */
  readonly logoUrl?: string | undefined;
  /** `#rrggbb` */
  readonly color: string;
  readonly postalAddress?: string | undefined;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** One match of a digest. */
export interface Item {
  readonly name: string;
  /** In words, and as a number. */
  readonly fit: string;
  readonly score: string;
  /** That it is new, or what its score was. */
  readonly change: string;
  /** Country, stage and money, each in words. */
  readonly facts: readonly string[];
  readonly summary?: Said | undefined;
  readonly reasons: readonly string[];
  readonly caution?: string | undefined;
  /** The first one leads on, and is a button. */
  readonly answers: readonly [Link, ...Link[]];
}

/** Words of somebody, in a language that need not be that of the mail. */
export interface Said {
  readonly text: string;
  readonly lang: string | undefined;
}

export type Block =
  | { readonly is: 'text' | 'hint'; readonly text: string }
  | ({ readonly is: 'quote'; readonly heading: string } & Said)
  | { readonly is: 'facts'; readonly heading: string; readonly lines: readonly Fact[] }
  | {
      readonly is: 'profile';
      readonly name: string;
      readonly facts: readonly string[];
      readonly summary?: Said | undefined;
    }
  | { readonly is: 'answers'; readonly links: readonly [Link, ...Link[]] }
  | { readonly is: 'item'; readonly item: Item; readonly headings: Headings };

export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly url?: string;
}

/** What stands over the parts of an item. */
export interface Headings {
  readonly reasons: string;
  readonly caution: string;
}

/** What a mail says, from which its HTML and its plain text are both made. */
export interface Page {
  readonly lang: Locale;
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preheader: string;
  readonly brand: Brand;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly footer: { readonly lines: readonly string[]; readonly links: readonly Link[] };
}
