import type { EXIT } from '../terminal/exit.ts';

/** Every command, and the groups that some belong to. */
export type CommandName =
  | 'match'
  | 'validate'
  | 'explain'
  | 'why-not'
  | 'assign'
  | 'eval'
  | 'import'
  | 'export'
  | 'matches'
  | 'market-entry'
  | 'neighbours'
  | 'co-investment'
  | 'applications'
  | 'action-plans'
  | 'action-plans list'
  | 'action-plans get'
  | 'action-plans put'
  | 'keys'
  | 'keys list'
  | 'keys create'
  | 'keys roll'
  | 'keys revoke'
  | 'dev'
  | 'init'
  | 'init page'
  | 'init worker'
  | 'completion'
  | 'help';

/** Arguments, by the name that stands for them. */
export type ArgumentHelp =
  | 'startups'
  | 'investors'
  | 'a'
  | 'b'
  | 'file'
  | 'kind'
  | 'profile'
  | 'plan'
  | 'json'
  | 'id'
  | 'page'
  | 'folder'
  | 'shell';

/** Options, by their name among the options of a command; where one name means two things, by a name of its own. */
export type OptionHelp =
  | 'help'
  | 'version'
  | 'startups'
  | 'investors'
  | 'output'
  | 'report'
  | 'limit'
  | 'minScore'
  | 'per'
  | 'lang'
  | 'map'
  | 'currency'
  | 'encoding'
  | 'delimiter'
  | 'sheet'
  | 'timetableOutput'
  | 'html'
  | 'ics'
  | 'start'
  | 'slots'
  | 'minutes'
  | 'break'
  | 'tables'
  | 'timezone'
  | 'meetingsStartup'
  | 'meetingsInvestor'
  | 'absent'
  | 'blocked'
  | 'title'
  | 'place'
  | 'timetableLang'
  | 'truth'
  | 'seed'
  | 'excel'
  | 'json'
  | 'url'
  | 'apiKey'
  | 'kind'
  | 'strict'
  | 'consent'
  | 'dryRun'
  | 'detach'
  | 'resume'
  | 'exportOutput'
  | 'exportKind'
  | 'seeks'
  | 'country'
  | 'amount'
  | 'raiseCurrency'
  | 'instrument'
  | 'needsLead'
  | 'maxInvestors'
  | 'minCountries'
  | 'programme'
  | 'state'
  | 'scope'
  | 'origin'
  | 'name'
  | 'overlapHours'
  | 'port'
  | 'storage'
  | 'demo'
  | 'key'
  | 'token'
  | 'widgetLang'
  | 'pageDryRun'
  | 'force'
  | 'hub'
  | 'deployment';

/** The help of the command line in one language. No text ends in a full stop but the details. */
export interface HelpStrings {
  /** What the program is, in one sentence. */
  readonly about: string;
  /** With the colon that the language puts after them. */
  readonly titles: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly commands: string;
    readonly examples: string;
    readonly environment: string;
    readonly exits: string;
  };
  /** Words that stand for something in a line of usage. */
  readonly words: { readonly command: string; readonly options: string; readonly default: string };
  /** What each command does, without a full stop. */
  readonly commands: Readonly<Record<CommandName, string>>;
  /** What else is to be known before a command is run. Whole sentences. */
  readonly details: Readonly<Partial<Record<CommandName, string>>>;
  readonly arguments: Readonly<Record<ArgumentHelp, string>>;
  readonly options: Readonly<Record<OptionHelp, string>>;
  readonly environment: Readonly<Record<'KOPRU_LANG' | 'KOPRU_URL' | 'KOPRU_API_KEY' | 'NO_COLOR', string>>;
  /** What each exit code says. */
  readonly exits: Readonly<Record<keyof typeof EXIT, string>>;
}
