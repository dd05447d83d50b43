import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Kopru } from '../src/index.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly ({ readonly in: string; readonly name: string } | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters?: Readonly<Record<string, { readonly in: string; readonly name: string }>>;
  };
}

const document = JSON.parse(await readFile(new URL('../../api/openapi.json', import.meta.url), 'utf8')) as Document;

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    template: path,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    operation,
  })),
);

const startup = { kind: 'startup', id: 'a' } as const;
const investor = { kind: 'investor', id: 'b' } as const;
const expert = { kind: 'expert', id: 'c' } as const;
const need = { kind: 'need', id: 'd' } as const;
const lab = { kind: 'lab', id: 'e' } as const;
const programme = { kind: 'programme', id: 'f' } as const;
const patent = { kind: 'patent', id: 't' } as const;
const offer = { kind: 'offer', id: 'o' } as const;
const PITCH = { name: 'A', pitch: 'A' };
const THESIS = { name: 'B', thesis: 'B' };
const TEXT = { version: '1', language: 'kk' } as const;
const CONSENT = { hubs: 'all', text: TEXT, givenBy: 'A', method: 'form' } as const;

/** What each method sends. A route that is new stands in no row, and the last test says so. */
const CALLS: Readonly<Record<string, readonly (readonly [operationId: string, call: (k: Kopru) => unknown])[]>> = {
  'startups.list': [['list_startups', (k) => k.startups.list({ country: 'KZ', limit: 2 })]],
  'startups.upsert': [['put_startup', (k) => k.startups.upsert('a', PITCH, { ifMatch: 1 })]],
  'startups.update': [['patch_startup', (k) => k.startups.update('a', { country: null })]],
  'startups.get': [['get_startup', (k) => k.startups.get('a')]],
  'startups.delete': [['delete_startup', (k) => k.startups.delete('a')]],
  'investors.list': [['list_investors', (k) => k.investors.list()]],
  'investors.upsert': [['put_investor', (k) => k.investors.upsert('b', THESIS)]],
  'investors.update': [['patch_investor', (k) => k.investors.update('b', { ticket: { min: 1 } })]],
  'investors.get': [['get_investor', (k) => k.investors.get('b')]],
  'investors.delete': [['delete_investor', (k) => k.investors.delete('b')]],
  'experts.list': [['list_experts', (k) => k.experts.list()]],
  'needs.list': [['list_needs', (k) => k.needs.list()]],
  'labs.list': [['list_labs', (k) => k.labs.list()]],
  'experts.upsert': [['put_expert', (k) => k.experts.upsert('c', { name: 'C', about: 'C' })]],
  'needs.upsert': [['put_need', (k) => k.needs.upsert('d', { name: 'D', about: 'D' })]],
  'labs.upsert': [['put_lab', (k) => k.labs.upsert('e', { name: 'E', about: 'E' })]],
  'experts.update': [['patch_expert', (k) => k.experts.update('c', { remote: true })]],
  'needs.update': [['patch_need', (k) => k.needs.update('d', { types: ['data'] })]],
  'labs.update': [['patch_lab', (k) => k.labs.update('e', { leadTimeDays: 3 })]],
  'experts.get': [['get_expert', (k) => k.experts.get('c')]],
  'needs.get': [['get_need', (k) => k.needs.get('d')]],
  'labs.get': [['get_lab', (k) => k.labs.get('e')]],
  'experts.delete': [['delete_expert', (k) => k.experts.delete('c')]],
  'needs.delete': [['delete_need', (k) => k.needs.delete('d')]],
  'labs.delete': [['delete_lab', (k) => k.labs.delete('e')]],
  'programmes.list': [['list_programmes', (k) => k.programmes.list()]],
  'patents.list': [['list_patents', (k) => k.patents.list()]],
  'offers.list': [['list_offers', (k) => k.offers.list()]],
  'programmes.upsert': [['put_programme', (k) => k.programmes.upsert('f', { name: 'F', about: 'F' })]],
  'patents.upsert': [['put_patent', (k) => k.patents.upsert('t', { name: 'T', abstract: 'T' })]],
  'offers.upsert': [['put_offer', (k) => k.offers.upsert('o', { name: 'O', about: 'O' })]],
  'programmes.update': [['patch_programme', (k) => k.programmes.update('f', { type: 'grant' })]],
  'patents.update': [['patch_patent', (k) => k.patents.update('t', { owner: 'T' })]],
  'offers.update': [['patch_offer', (k) => k.offers.update('o', { remote: true })]],
  'programmes.get': [['get_programme', (k) => k.programmes.get('f')]],
  'patents.get': [['get_patent', (k) => k.patents.get('t')]],
  'offers.get': [['get_offer', (k) => k.offers.get('o')]],
  'programmes.delete': [['delete_programme', (k) => k.programmes.delete('f')]],
  'patents.delete': [['delete_patent', (k) => k.patents.delete('t')]],
  'offers.delete': [['delete_offer', (k) => k.offers.delete('o')]],
  'matches.list': [
    ['list_startup_matches', (k) => k.matches.list(startup, { explain: 'kk', minScore: 1 })],
    ['list_investor_matches', (k) => k.matches.list(investor, { include: 'rejected' })],
    ['list_expert_matches', (k) => k.matches.list(expert, { include: 'rejected' })],
    ['list_need_matches', (k) => k.matches.list(need, { include: 'rejected' })],
    ['list_lab_matches', (k) => k.matches.list(lab, { include: 'rejected' })],
    ['list_programme_matches', (k) => k.matches.list(programme, { include: 'rejected' })],
    ['list_patent_matches', (k) => k.matches.list(patent, { include: 'rejected' })],
    ['list_offer_matches', (k) => k.matches.list(offer, { include: 'rejected' })],
  ],
  'matches.find': [['match', (k) => k.matches.find({ kind: 'startup', profile: PITCH }, { limit: 1 })]],
  'matches.batch': [['list_matches_batch', (k) => k.matches.batch({ kind: 'startup', ids: ['a'] }, { limit: 1 })]],
  'matches.marketEntry': [['get_market_entry', (k) => k.matches.marketEntry('agri-17', { country: 'KZ', limit: 3 })]],
  'matches.neighbours': [['list_neighbours', (k) => k.matches.neighbours('valve', { limit: 3, explain: 'kk' })]],
  'matches.coInvestment': [
    ['find_co_investment', (k) => k.matches.coInvestment('agri-17', { rules: { needsLead: true } }, { explain: 'kk' })],
  ],
  'matches.score': [['score', (k) => k.matches.score({ subject: startup, candidate: investor }, { explain: 'kk' })]],
  'limits.count': [['count_limits', (k) => k.limits.count({ kind: 'investor', profile: { stages: ['seed'] } })]],
  'introductions.ask': [
    ['ask_introduction', (k) => k.introductions.ask({ from: startup, to: investor, message: 'A' })],
  ],
  'introductions.list': [['list_introductions', (k) => k.introductions.list({ box: 'sent', ...startup })]],
  'introductions.get': [['get_introduction', (k) => k.introductions.get('i')]],
  'introductions.accept': [['accept_introduction', (k) => k.introductions.accept('i')]],
  'introductions.decline': [['decline_introduction', (k) => k.introductions.decline('i', { reason: 'other' })]],
  'introductions.withdraw': [['withdraw_introduction', (k) => k.introductions.withdraw('i')]],
  'introductions.approve': [['approve_introduction', (k) => k.introductions.approve('i')]],
  'introductions.refuse': [['refuse_introduction', (k) => k.introductions.refuse('i')]],
  'introductions.setMeeting': [
    ['set_meeting', (k) => k.introductions.setMeeting('i', { at: '2026-12-03T10:00:00Z', place: 'A' })],
  ],
  'introductions.cancelMeeting': [['cancel_meeting', (k) => k.introductions.cancelMeeting('i')]],
  'feeds.create': [['create_feed', (k) => k.feeds.create({ ...startup, locale: 'kk' })]],
  'feeds.list': [['list_feeds', (k) => k.feeds.list(startup)]],
  'feeds.revoke': [['revoke_feed', (k) => k.feeds.revoke('f')]],
  'subscriptions.create': [
    [
      'create_subscription',
      (k) => k.subscriptions.create({ profile: investor, email: 'a@b.example', locale: 'kk', timeZone: 'Asia/Almaty' }),
    ],
  ],
  'subscriptions.list': [['list_subscriptions', (k) => k.subscriptions.list({ ...investor, state: 'pending' })]],
  'subscriptions.get': [['get_subscription', (k) => k.subscriptions.get('s')]],
  'subscriptions.preview': [['preview_digest', (k) => k.subscriptions.preview('s')]],
  'subscriptions.update': [
    ['update_subscription', (k) => k.subscriptions.update('s', { name: null, notices: { digest: false } })],
  ],
  'subscriptions.end': [['end_subscription', (k) => k.subscriptions.end('s')]],
  'suppressions.list': [['list_suppressions', (k) => k.suppressions.list({ email: 'a@b.example' })]],
  'suppressions.add': [['add_suppression', (k) => k.suppressions.add({ email: 'a@b.example' })]],
  'suppressions.remove': [['remove_suppression', (k) => k.suppressions.remove('s')]],
  'mails.settings': [['get_mail_settings', (k) => k.mails.settings()]],
  'mails.setSettings': [
    ['set_mail_settings', (k) => k.mails.setSettings({ from: { name: 'A', email: 'a@b.example' } })],
  ],
  'mails.list': [['list_mails', (k) => k.mails.list({ state: 'dead', notice: 'digest', subscription: 's' })]],
  'mails.get': [['get_mail', (k) => k.mails.get('m')]],
  'mails.send': [['send_mail_again', (k) => k.mails.send('m')]],
  'mails.numbers': [['get_mail_numbers', (k) => k.mails.numbers({ from: '2026-11-01T00:00:00Z' })]],
  'mails.rotateReportSecret': [['rotate_mail_report_secret', (k) => k.mails.rotateReportSecret({ overlapHours: 1 })]],
  'mails.sendTest': [['send_test_mail', (k) => k.mails.sendTest({ email: 'a@b.example', locale: 'az' })]],
  'blocks.create': [['create_block', (k) => k.blocks.create({ owner: investor, blocked: startup })]],
  'blocks.list': [['list_blocks', (k) => k.blocks.list(investor)]],
  'blocks.delete': [['delete_block', (k) => k.blocks.delete('b')]],
  'feedback.give': [
    [
      'give_feedback',
      (k) => k.feedback.give({ subject: startup, answers: [{ candidate: investor, position: 1, answer: 'seen' }] }),
    ],
  ],
  'weights.get': [['get_weights', (k) => k.weights.get()]],
  'weights.set': [['put_weights', (k) => k.weights.set({ pairing: 'startup-investor', set: {} })]],
  'weights.freeze': [['freeze_weights', (k) => k.weights.freeze()]],
  'weights.unfreeze': [['unfreeze_weights', (k) => k.weights.unfreeze()]],
  'weights.reset': [['reset_weights', (k) => k.weights.reset()]],
  'search.find': [['search', (k) => k.search.find({ kind: 'startup', text: 'A' })]],
  'imports.create': [['create_import', (k) => k.imports.create('startup', [{ id: 'a', profile: PITCH }])]],
  'imports.createFromCsv': [
    ['create_import', (k) => k.imports.createFromCsv('No\n1', { kind: 'startup', mapping: { No: 'id' } })],
  ],
  'imports.list': [['list_imports', (k) => k.imports.list()]],
  'imports.get': [['get_import', (k) => k.imports.get('i')]],
  'imports.report': [['get_import_report', (k) => k.imports.report('i')]],
  'imports.cancel': [['cancel_import', (k) => k.imports.cancel('i')]],
  'imports.resume': [['resume_import', (k) => k.imports.resume('i')]],
  'exports.hub': [['export_hub', (k) => k.exports.hub()]],
  'exports.profile': [
    ['export_startup', (k) => k.exports.profile(startup)],
    ['export_investor', (k) => k.exports.profile(investor)],
    ['export_expert', (k) => k.exports.profile(expert)],
    ['export_need', (k) => k.exports.profile(need)],
    ['export_lab', (k) => k.exports.profile(lab)],
    ['export_programme', (k) => k.exports.profile(programme)],
    ['export_patent', (k) => k.exports.profile(patent)],
    ['export_offer', (k) => k.exports.profile(offer)],
  ],
  'exports.deletions': [['list_deletions', (k) => k.exports.deletions({ after: 1, limit: 2 })]],
  'actionPlans.upsert': [
    ['upsert_action_plan', (k) => k.actionPlans.upsert('plan', { title: { en: 'Plan' }, actions: [] }, { ifMatch: 3 })],
  ],
  'actionPlans.list': [['list_action_plans', (k) => k.actionPlans.list()]],
  'actionPlans.get': [['get_action_plan', (k) => k.actionPlans.get('plan')]],
  'actionPlans.history': [['get_action_plan_history', (k) => k.actionPlans.history('plan')]],
  'actionPlans.delete': [['delete_action_plan', (k) => k.actionPlans.delete('plan')]],
  'applications.create': [
    ['create_application', (k) => k.applications.create({ startup: 'a', programme: 'f', call: 'Bahar 2027' })],
  ],
  'applications.list': [['list_applications', (k) => k.applications.list({ programme: 'f', state: 'admitted' })]],
  'applications.get': [['get_application', (k) => k.applications.get('apl')]],
  'applications.update': [['update_application', (k) => k.applications.update('apl', { state: 'admitted' })]],
  'applications.numbers': [['get_programme_numbers', (k) => k.applications.numbers('f')]],
  'plans.create': [
    [
      'create_plan',
      (k) =>
        k.plans.create({
          name: 'A',
          startups: [{ id: 'a', meetings: 1 }],
          investors: [{ id: 'b', meetings: 1 }],
          slots: 1,
        }),
    ],
  ],
  'plans.list': [['list_plans', (k) => k.plans.list()]],
  'plans.get': [['get_plan', (k) => k.plans.get('p')]],
  'plans.csv': [['get_plan', (k) => k.plans.csv('p')]],
  'plans.delete': [['delete_plan', (k) => k.plans.delete('p')]],
  'consents.record': [
    ['record_startup_consent', (k) => k.consents.record(startup, CONSENT)],
    ['record_investor_consent', (k) => k.consents.record(investor, CONSENT)],
    ['record_expert_consent', (k) => k.consents.record(expert, CONSENT)],
    ['record_need_consent', (k) => k.consents.record(need, CONSENT)],
    ['record_lab_consent', (k) => k.consents.record(lab, CONSENT)],
    ['record_programme_consent', (k) => k.consents.record(programme, CONSENT)],
    ['record_patent_consent', (k) => k.consents.record(patent, CONSENT)],
    ['record_offer_consent', (k) => k.consents.record(offer, CONSENT)],
  ],
  'consents.list': [
    ['list_startup_consents', (k) => k.consents.list(startup)],
    ['list_investor_consents', (k) => k.consents.list(investor)],
    ['list_expert_consents', (k) => k.consents.list(expert)],
    ['list_need_consents', (k) => k.consents.list(need)],
    ['list_lab_consents', (k) => k.consents.list(lab)],
    ['list_programme_consents', (k) => k.consents.list(programme)],
    ['list_patent_consents', (k) => k.consents.list(patent)],
    ['list_offer_consents', (k) => k.consents.list(offer)],
  ],
  'consents.withdraw': [
    ['withdraw_startup_consent', (k) => k.consents.withdraw(startup, 'c')],
    ['withdraw_investor_consent', (k) => k.consents.withdraw(investor, 'c')],
    ['withdraw_expert_consent', (k) => k.consents.withdraw(expert, 'c')],
    ['withdraw_need_consent', (k) => k.consents.withdraw(need, 'c')],
    ['withdraw_lab_consent', (k) => k.consents.withdraw(lab, 'c')],
    ['withdraw_programme_consent', (k) => k.consents.withdraw(programme, 'c')],
    ['withdraw_patent_consent', (k) => k.consents.withdraw(patent, 'c')],
    ['withdraw_offer_consent', (k) => k.consents.withdraw(offer, 'c')],
  ],
  'agreements.propose': [['propose_agreement', (k) => k.agreements.propose({ partner: 'az' })]],
  'agreements.list': [['list_agreements', (k) => k.agreements.list()]],
  'agreements.get': [['get_agreement', (k) => k.agreements.get('a')]],
  'agreements.accept': [['accept_agreement', (k) => k.agreements.accept('a')]],
  'agreements.end': [['end_agreement', (k) => k.agreements.end('a')]],
  'corridors.list': [['list_corridors', (k) => k.corridors.list()]],
  'corridors.subscriptions': [['list_corridor_subscriptions', (k) => k.corridors.subscriptions()]],
  'corridors.open': [['open_corridor', (k) => k.corridors.open('KZ')]],
  'corridors.close': [['close_corridor', (k) => k.corridors.close('KZ')]],
  'exchange.get': [
    ['get_exchange_startup', (k) => k.exchange.get(startup)],
    ['get_exchange_investor', (k) => k.exchange.get(investor)],
    ['get_exchange_expert', (k) => k.exchange.get(expert)],
    ['get_exchange_need', (k) => k.exchange.get(need)],
    ['get_exchange_lab', (k) => k.exchange.get(lab)],
    ['get_exchange_programme', (k) => k.exchange.get(programme)],
    ['get_exchange_patent', (k) => k.exchange.get(patent)],
    ['get_exchange_offer', (k) => k.exchange.get(offer)],
  ],
  'webhooks.create': [['create_webhook', (k) => k.webhooks.create({ url: 'https://hub.example' })]],
  'webhooks.list': [['list_webhooks', (k) => k.webhooks.list()]],
  'webhooks.get': [['get_webhook', (k) => k.webhooks.get('w')]],
  'webhooks.update': [['update_webhook', (k) => k.webhooks.update('w', { status: 'enabled' })]],
  'webhooks.delete': [['delete_webhook', (k) => k.webhooks.delete('w')]],
  'webhooks.rotateSecret': [['rotate_webhook_secret', (k) => k.webhooks.rotateSecret('w')]],
  'webhooks.test': [['test_webhook', (k) => k.webhooks.test('w')]],
  'webhooks.deliveries': [['list_deliveries', (k) => k.webhooks.deliveries('w', { state: 'dead' })]],
  'webhooks.replay': [['replay_delivery', (k) => k.webhooks.replay('w', 'd')]],
  'webhooks.replayDead': [['replay_dead_deliveries', (k) => k.webhooks.replayDead('w')]],
  'audit.list': [['list_audit', (k) => k.audit.list({ action: 'profile.updated' })]],
  'keys.list': [['list_keys', (k) => k.keys.list()]],
  'keys.create': [['create_key', (k) => k.keys.create({ kind: 'secret', scopes: ['hub:read'] })]],
  'keys.roll': [['roll_key', (k) => k.keys.roll('k')]],
  'keys.revoke': [['revoke_key', (k) => k.keys.revoke('k')]],
  'tokenKeys.list': [['list_token_keys', (k) => k.tokenKeys.list()]],
  'tokenKeys.put': [['put_token_key', (k) => k.tokenKeys.put('t', { alg: 'HS256', secret: 'A' })]],
  'tokenKeys.delete': [['delete_token_key', (k) => k.tokenKeys.delete('t')]],
  'hub.get': [['get_hub', (k) => k.hub.get()]],
  'hub.update': [['update_hub', (k) => k.hub.update({ settings: { fairness: null } })]],
  'hubs.list': [['list_hubs', (k) => k.hubs.list()]],
  'hubs.create': [['create_hub', (k) => k.hubs.create({ id: 'kz', name: 'A' })]],
  'hubs.delete': [['erase_hub', (k) => k.hubs.delete('kz')]],
  'hubs.createKey': [['create_hub_key', (k) => k.hubs.createKey('kz')]],
  'operatorKeys.list': [['list_operator_keys', (k) => k.operatorKeys.list()]],
  'operatorKeys.create': [['create_operator_key', (k) => k.operatorKeys.create()]],
  'operatorKeys.revoke': [['revoke_operator_key', (k) => k.operatorKeys.revoke('k')]],
  'health.live': [['health', (k) => k.health.live()]],
  'health.ready': [['ready', (k) => k.health.ready()]],
};

/** The request that a call sends. */
async function sentBy(call: (kopru: Kopru) => unknown): Promise<Request> {
  let sent: Request | undefined;
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    sent = new Request(url, init);
    return new Response('{}');
  };
  await call(new Kopru({ apiKey: 'key', baseUrl: 'https://kopru.test', fetch }));
  return sent as Request;
}

const rows = Object.entries(CALLS).flatMap(([method, calls]) => calls.map(([id, call]) => [method, id, call] as const));

describe('the methods of the client and the contract of the API', () => {
  test.each(rows)('%s sends %s', async (_, operationId, call) => {
    const request = await sentBy(call);
    const { pathname, searchParams } = new URL(request.url);
    const found = operations.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
    expect(found?.operation.operationId).toBe(operationId);
    const { parameters = [], requestBody } = (found as (typeof operations)[number]).operation;
    const named = parameters.map((parameter) =>
      '$ref' in parameter ? document.components.parameters?.[parameter.$ref.split('/').at(-1) as string] : parameter,
    );
    const names = (place: string) => named.filter((p) => p?.in === place).map((p) => p?.name.toLowerCase());
    for (const name of searchParams.keys()) expect(names('query')).toContain(name.toLowerCase());
    expect(request.headers.has('idempotency-key')).toBe(names('header').includes('idempotency-key'));
    if (request.headers.has('if-match')) expect(names('header')).toContain('if-match');
    const type = request.headers.get('content-type');
    if (requestBody) expect(Object.keys(requestBody.content)).toContain(type);
    else expect(type).toBeNull();
  });

  test('every method of every noun stands in the table', () => {
    const kopru = new Kopru({ apiKey: 'key', baseUrl: 'https://kopru.test' });
    const methods = Object.entries(kopru).flatMap(([noun, resource]) =>
      Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
        .filter((name) => name !== 'constructor')
        .map((name) => `${noun}.${name}`),
    );
    expect(methods.sort()).toEqual(Object.keys(CALLS).sort());
  });

  test('every operation is sent by one method, or by one for each form of it', () => {
    const OTHER_FORMS = ['imports.createFromCsv', 'plans.csv'];
    const sent = rows.filter(([method]) => !OTHER_FORMS.includes(method)).map(([, operationId]) => operationId);
    expect(sent.sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
  });
});
