import { ActionPlans } from './action-plans/action-plans.ts';
import { Applications } from './applications/applications.ts';
import { Audit } from './audit/audit.ts';
import { Blocks } from './blocks/blocks.ts';
import { Agreements } from './exchange/agreements.ts';
import { Consents } from './exchange/consents.ts';
import { Corridors } from './exchange/corridors.ts';
import { Exchange } from './exchange/exchange.ts';
import { FeedbackAnswers } from './feedback/feedback.ts';
import { Feeds } from './feeds/feeds.ts';
import { Health } from './health/health.ts';
import { OwnHub } from './hubs/hub.ts';
import { Hubs } from './hubs/hubs.ts';
import { Imports } from './imports/imports.ts';
import { Introductions } from './introductions/introductions.ts';
import { Keys } from './keys/keys.ts';
import { OperatorKeys } from './keys/operator-keys.ts';
import type { Kind } from './kinds/index.ts';
import type { PATHS } from './kinds/paths.ts';
import { LimitCosts } from './limits/limits.ts';
import { Mails } from './mails/mails.ts';
import { Matches } from './matches/matches.ts';
import type { TransportOptions } from './options.ts';
import { Plans } from './plans/plans.ts';
import { Exports } from './profiles/exports.ts';
import { Profiles } from './profiles/profiles.ts';
import { repeat } from './repeat.ts';
import { Search } from './search/search.ts';
import { Subscriptions } from './subscriptions/subscriptions.ts';
import { Suppressions } from './suppressions/suppressions.ts';
import { TokenKeys } from './token-keys/token-keys.ts';
import { Transport } from './transport.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import { HubWeights } from './weights/weights.ts';

/** Each kind has a property, called as its path: the compiler names one that is missing. */
type EveryKind = { readonly [K in Kind as (typeof PATHS)[K]]: Profiles<K> };

/**
 * The API. Each property is a noun; each method of it is one request, which `await` gives the data of
 * and `withResponse()` the whole answer. What fails rejects with a {@link KopruError}.
 *
 * @example
 * const kopru = new Kopru({ apiKey: process.env.KOPRU_KEY, baseUrl: 'https://kopru.example' });
 * await kopru.startups.upsert('agri-17', { name: 'Топырақ', pitch: '…' });
 * for await (const match of kopru.matches.list({ kind: 'startup', id: 'agri-17' })) console.log(match.card.name);
 */
export class Kopru implements EveryKind {
  readonly startups: Profiles<'startup'>;
  readonly investors: Profiles<'investor'>;
  readonly experts: Profiles<'expert'>;
  readonly needs: Profiles<'need'>;
  readonly labs: Profiles<'lab'>;
  readonly programmes: Profiles<'programme'>;
  readonly patents: Profiles<'patent'>;
  readonly offers: Profiles<'offer'>;
  readonly matches: Matches;
  readonly limits: LimitCosts;
  readonly introductions: Introductions;
  readonly actionPlans: ActionPlans;
  readonly blocks: Blocks;
  readonly feedback: FeedbackAnswers;
  readonly feeds: Feeds;
  readonly subscriptions: Subscriptions;
  readonly suppressions: Suppressions;
  readonly mails: Mails;
  readonly weights: HubWeights;
  readonly search: Search;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly plans: Plans;
  readonly applications: Applications;
  readonly consents: Consents;
  readonly agreements: Agreements;
  readonly corridors: Corridors;
  readonly exchange: Exchange;
  readonly webhooks: Webhooks;
  readonly audit: Audit;
  readonly keys: Keys;
  readonly tokenKeys: TokenKeys;
  readonly hub: OwnHub;
  readonly hubs: Hubs;
  readonly operatorKeys: OperatorKeys;
  readonly health: Health;

  /** @throws {TypeError} on options that no request could be made with. */
  constructor(options: TransportOptions) {
    const transport = new Transport(options, repeat);
    this.startups = new Profiles(transport, 'startup');
    this.investors = new Profiles(transport, 'investor');
    this.experts = new Profiles(transport, 'expert');
    this.needs = new Profiles(transport, 'need');
    this.labs = new Profiles(transport, 'lab');
    this.programmes = new Profiles(transport, 'programme');
    this.patents = new Profiles(transport, 'patent');
    this.offers = new Profiles(transport, 'offer');
    this.matches = new Matches(transport);
    this.limits = new LimitCosts(transport);
    this.introductions = new Introductions(transport);
    this.actionPlans = new ActionPlans(transport);
    this.blocks = new Blocks(transport);
    this.feedback = new FeedbackAnswers(transport);
    this.feeds = new Feeds(transport);
    this.subscriptions = new Subscriptions(transport);
    this.suppressions = new Suppressions(transport);
    this.mails = new Mails(transport);
    this.weights = new HubWeights(transport);
    this.search = new Search(transport);
    this.imports = new Imports(transport);
    this.exports = new Exports(transport);
    this.plans = new Plans(transport);
    this.applications = new Applications(transport);
    this.consents = new Consents(transport);
    this.agreements = new Agreements(transport);
    this.corridors = new Corridors(transport);
    this.exchange = new Exchange(transport);
    this.webhooks = new Webhooks(transport);
    this.audit = new Audit(transport);
    this.keys = new Keys(transport);
    this.tokenKeys = new TokenKeys(transport);
    this.hub = new OwnHub(transport);
    this.hubs = new Hubs(transport);
    this.operatorKeys = new OperatorKeys(transport);
    this.health = new Health(transport);
  }
}
