import type { Level } from '@kopru/sdk/engine';
import type { Decided } from '../applications/notices.ts';

/** Seven phrases for a weekly mail, from Monday on. */
type Week = readonly [string, string, string, string, string, string, string];

/**
 * What mails say in one language. Names are given as they are, never with an ending, and stand where no
 * ending is needed. A word that depends on a number is a function of it, since the Worker has no plural
 * rules for all nine languages.
 */
export interface Words {
  readonly greeting: (name: string) => string;
  /** Where no name is known. */
  readonly hello: string;
  readonly levels: Readonly<Record<Level, string>>;
  /** A score from 0 to 100, written as a number. */
  readonly outOf: (score: string) => string;
  readonly isNew: string;
  /** Of a match that was mailed before with a lower score. */
  readonly risen: (before: string) => string;
  readonly reasons: string;
  readonly caution: string;
  readonly actions: Readonly<Record<'requested' | 'saved' | 'passed', string>>;
  readonly introductionActions: Readonly<Record<'accept' | 'decline', string>>;
  /** Under answers: what a link does. */
  readonly linkHint: string;
  /** For how long. */
  readonly linksWork: (days: number) => string;
  readonly digest: {
    /** Subject and heading, by how many matches are new. */
    readonly title: (count: number, profile: string) => string;
    /** In place of it when none is new, and so many fit clearly better than before. */
    readonly better: (count: number, profile: string) => string;
    readonly lead: string;
    readonly nothingTitle: (profile: string) => string;
    readonly nothing: string;
  };
  readonly confirmation: {
    readonly subject: (hub: string) => string;
    readonly title: string;
    readonly lead: (hub: string, profile: string) => string;
    /** To a startup that wants them. */
    readonly applications: string;
    /** Before how often. */
    readonly rhythm: string;
    readonly instantly: string;
    readonly daily: (time: string) => string;
    readonly weekly: (time: string) => Week;
    readonly button: string;
    readonly ignore: (days: number) => string;
  };
  readonly introduction: {
    readonly requested: (name: string) => string;
    /** @param profile whom the mail is for. */
    readonly requestedLead: (name: string, profile: string) => string;
    readonly reminder: (name: string) => string;
    readonly reminderLead: (name: string, profile: string, date: string) => string;
    readonly message: string;
    readonly answerBy: (date: string) => string;
    readonly contactsLater: string;
    readonly accepted: (name: string) => string;
    /** To the side that asked. */
    readonly acceptedLead: (name: string) => string;
    /** To the side that accepted. */
    readonly youAccepted: (name: string) => string;
    readonly contacts: string;
    readonly contact: Readonly<Record<'name' | 'email' | 'phone', string>>;
    readonly noContacts: string;
    readonly declined: (name: string) => string;
    readonly declinedLead: (name: string, date: string) => string;
    readonly expired: (name: string) => string;
    readonly expiredLead: (name: string, date: string) => string;
    /** Of a profile that is no longer shown. */
    readonly hidden: string;
  };
  readonly application: {
    /** Subject and heading. @param name of the programme, or of its call. */
    readonly titles: Readonly<Record<Decided, (name: string) => string>>;
    /** @param profile the startup. */
    readonly leads: Readonly<Record<Decided, (profile: string, hub: string) => string>>;
    /** Over the facts of the application. */
    readonly heading: string;
    readonly call: string;
    readonly state: string;
    /** Of the pipeline. */
    readonly stage: string;
    readonly states: Readonly<Record<Decided, string>>;
  };
  readonly test: {
    readonly subject: (hub: string) => string;
    readonly lead: (hub: string) => string;
  };
  readonly footer: {
    readonly why: (hub: string, profile: string) => string;
    readonly whyConfirm: (hub: string) => string;
    readonly whyTest: (hub: string) => string;
    readonly noTracking: string;
    readonly preferences: string;
    readonly unsubscribe: string;
  };
}
