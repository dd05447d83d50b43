/**
 * What each route of the API is open to, written by hand, with a request that finds something there.
 *
 * @module
 */
import { KIND_NAMES, KINDS, type Kind } from '@kopru/sdk/schema';
import { emit } from '../../src/events/emit.ts';
import { deliverWebhooks } from '../../src/webhooks/job.ts';
import { bindings } from '../bindings.ts';
import { CONSENT, consent, putCheap } from '../exchange.ts';
import { call, INVESTOR, newHub, SAMPLES, STARTUP } from '../hub.ts';
import { MARK, type Who, type World } from './world.ts';

export interface Sample {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Row {
  /** Which credentials of the hub get in; nobody needs any where it is `public`. */
  readonly open: readonly Who[] | 'public';
  /** Kind of the profile that a viewer of this route speaks for. @default startup */
  readonly kind?: Kind;
  /** The path names a thing of the hub, which for others is not there. */
  readonly named?: true;
  /** A request that succeeds for the hub; made anew for each call, since it may use the thing up. */
  readonly sample: (world: World) => Promise<Sample> | Sample;
}

const at = (path: string) => () => ({ path });
const SECRET: Row['open'] = ['secret'];
const MEMBERS: Row['open'] = ['secret', 'viewer'];
const OPERATOR: Row['open'] = ['operator'];

const webhook = async ({ made }: World): Promise<string> =>
  (await made('POST', '/v1/webhooks', { url: `http://localhost:9/${MARK}` })).id;

let addresses = 0;
const newAddress = (): string => `${MARK.toLowerCase()}${++addresses}@mail.example`;

const subscriptionOf = (id: string) => ({
  profile: { kind: 'startup', id },
  email: newAddress(),
  locale: 'kk',
  timeZone: 'Asia/Almaty',
});

const subscription = async ({ made, mine }: World): Promise<string> =>
  (await made('POST', '/v1/subscriptions', subscriptionOf(await mine('startup')))).id;

/** A mail that is dead: the question of a new subscription. */
const mail = async (world: World): Promise<string> => {
  const of = await subscription(world);
  const sql = "UPDATE mails SET state = 'dead', reason = 'x' WHERE subscription_id = ? RETURNING id";
  return (await bindings.DB.prepare(sql).bind(of).first<{ id: string }>())?.id ?? '';
};

const agreement = async ({ made }: World): Promise<string> =>
  (await made('POST', '/v1/agreements', { partner: (await newHub()).id })).id;

/** The viewer's startup asks a fund of its hub. */
const introduction = async (world: World, from: Kind): Promise<string> => {
  // What earlier calls left open would count against the limit of open requests.
  await bindings.DB.prepare('DELETE FROM introductions WHERE from_hub = ?').bind(world.own.id).run();
  const to: Kind = from === 'startup' ? 'investor' : 'startup';
  // A pair that was in touch has to wait: each request is to a new side.
  const [asking, asked] =
    from === 'startup'
      ? [await world.mine('startup'), await world.fresh(to)]
      : [await world.fresh(from), await world.mine(to)];
  const { id } = await world.made('POST', '/v1/introductions', {
    from: { kind: from, id: asking },
    to: { kind: to, id: asked },
    message: `${MARK} message`,
  });
  return id;
};

/** One that the viewer's startup asked for and the fund accepted. */
const accepted = async (world: World): Promise<string> => {
  const id = await introduction(world, 'startup');
  await world.made('POST', `/v1/introductions/${id}/accept`);
  return id;
};

/** A request of the partner's member that waits for the hub's say. */
const awaiting = async (world: World): Promise<string> => {
  const { own, partner, made, fresh } = world;
  await made('PATCH', '/v1/hub', { settings: { exchange: { approveIntroductions: true } } });
  const asked = await fresh('startup');
  await made('POST', `/v1/startups/${asked}/consents`, CONSENT);
  const card = await bindings.DB.prepare('SELECT id FROM exchange_ids WHERE hub_id = ? AND profile_id = ?')
    .bind(own.id, asked)
    .first<string>('id');
  const asking = `fund-${crypto.randomUUID()}`;
  await putCheap(partner.id, 'investor', asking, { ...INVESTOR, name: 'A partner’s fund' });
  await consent(partner, 'investor', asking);
  const { status, json, text } = await call('POST', '/v1/introductions', {
    key: partner.key,
    body: { from: { kind: 'investor', id: asking }, to: { kind: 'startup', id: card }, message: 'Merhaba' },
  });
  if (status !== 201) throw new Error(text);
  return json.id;
};

const upload = async ({ own }: World): Promise<string> => {
  const { json } = await call('POST', '/v1/imports?kind=startup', {
    key: own.key,
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${JSON.stringify({ id: `${MARK}-row`, profile: { name: MARK, pitch: `${MARK} зондтар` } })}\n`,
  });
  return json.id;
};

const day = async ({ mine, fresh }: World) => ({
  name: `${MARK} day`,
  startups: [{ id: await mine('startup'), meetings: 1 }],
  investors: [{ id: await fresh('investor'), meetings: 1 }],
  slots: 1,
});

const toApply = async ({ mine, fresh }: World) => ({
  startup: await mine('startup'),
  programme: await fresh('programme'),
  call: 'Bahar',
});
const application = async (world: World): Promise<string> =>
  (await world.made('POST', '/v1/applications', await toApply(world))).id;

const plan = async (world: World): Promise<string> => (await world.made('POST', '/v1/plans', await day(world))).id;

const ACTION_PLAN = { title: { en: `${MARK} plan` }, actions: [] };
const actionPlan = async (world: World): Promise<string> => {
  const path = `/v1/action-plans/p-${crypto.randomUUID()}`;
  await world.made('PUT', path, ACTION_PLAN);
  return path;
};

function profileRows(kind: Kind): Record<string, Row> {
  const path = `/v1/${KINDS[kind].path}`;
  const body = { ...SAMPLES[kind], name: 'Again' };
  const own = async (world: World, rest = '') => `${path}/${await world.mine(kind)}${rest}`;
  const named = (open: Row['open'], sample: Row['sample']): Row => ({ open, kind, named: true, sample });
  const given = async (world: World) => {
    const profile = await own(world);
    return `${profile}/consents/${(await world.made('POST', `${profile}/consents`, CONSENT)).id}`;
  };
  return {
    [`list_${kind}s`]: { open: MEMBERS, kind, sample: at(path) },
    // Under an id that is not there yet, everybody makes a profile of its own.
    [`put_${kind}`]: { open: MEMBERS, kind, sample: async (world) => ({ path: await own(world), body }) },
    [`patch_${kind}`]: named(MEMBERS, async (world) => ({ path: await own(world), body: { name: 'Patched' } })),
    [`get_${kind}`]: named(MEMBERS, async (world) => ({ path: await own(world) })),
    [`delete_${kind}`]: named(MEMBERS, async (world) => ({ path: await own(world) })),
    [`export_${kind}`]: named(MEMBERS, async (world) => ({ path: await own(world, '/export') })),
    [`list_${kind}_matches`]: named(MEMBERS, async (world) => ({
      path: await own(world, '/matches?include=rejected'),
    })),
    [`record_${kind}_consent`]: named(MEMBERS, async (world) => ({
      path: await own(world, '/consents'),
      body: CONSENT,
    })),
    [`list_${kind}_consents`]: named(MEMBERS, async (world) => ({ path: await own(world, '/consents') })),
    [`withdraw_${kind}_consent`]: named(MEMBERS, async (world) => ({ path: await given(world) })),
    [`get_exchange_${kind}`]: {
      open: SECRET,
      kind,
      sample: async ({ partner, cardOf }) => ({
        path: `/v1/exchange/${KINDS[kind].path}/${await cardOf(partner, kind)}`,
      }),
    },
  };
}

const named = (open: Row['open'], sample: Row['sample'], kind: Kind = 'startup'): Row => ({
  open,
  named: true,
  kind,
  sample,
});

export const ROWS: Record<string, Row> = {
  health: { open: 'public', sample: at('/v1/health') },
  ready: { open: 'public', sample: at('/v1/ready') },
  list_corridors: { open: 'public', sample: at('/v1/corridors') },

  list_operator_keys: { open: OPERATOR, sample: at('/v1/operator-keys') },
  create_operator_key: { open: ['bootstrap', 'operator'], sample: () => ({ path: '/v1/operator-keys', body: {} }) },
  revoke_operator_key: {
    open: OPERATOR,
    sample: async (world) => {
      const { key = '' } = await world.credentials('operator', 'startup');
      const id = await bindings.DB.prepare("SELECT id FROM keys WHERE kind = 'operator' AND hint = ?")
        .bind(`…${key.slice(-4)}`)
        .first<string>('id');
      return { path: `/v1/operator-keys/${id}` };
    },
  },
  list_hubs: { open: OPERATOR, sample: at('/v1/hubs') },
  create_hub: {
    open: OPERATOR,
    sample: () => ({ path: '/v1/hubs', body: { id: `h${crypto.randomUUID()}`, name: 'New' } }),
  },
  create_hub_key: { open: OPERATOR, sample: ({ partner }) => ({ path: `/v1/hubs/${partner.id}/keys`, body: {} }) },
  erase_hub: {
    open: OPERATOR,
    sample: async () => ({ path: `/v1/hubs/${(await newHub()).id}` }),
  },

  get_hub: { open: SECRET, sample: at('/v1/hub') },
  update_hub: {
    open: SECRET,
    sample: () => ({ path: '/v1/hub', body: { settings: { retention: { auditDays: 100 } } } }),
  },
  list_keys: { open: SECRET, sample: at('/v1/keys') },
  create_key: {
    open: SECRET,
    sample: () => ({ path: '/v1/keys', body: { kind: 'publishable', name: 'k', origins: ['https://a.example'] } }),
  },
  roll_key: named(SECRET, async ({ made }) => ({ path: `/v1/keys/${await spareKey(made)}/roll`, body: {} })),
  revoke_key: named(SECRET, async ({ made }) => ({ path: `/v1/keys/${await spareKey(made)}` })),
  list_token_keys: { open: SECRET, sample: at('/v1/token-keys') },
  put_token_key: { open: SECRET, sample: () => ({ path: '/v1/token-keys/spare', body: TOKEN_KEY }) },
  delete_token_key: named(SECRET, async ({ made }) => {
    await made('PUT', `/v1/token-keys/${MARK}-kid`, TOKEN_KEY);
    return { path: `/v1/token-keys/${MARK}-kid` };
  }),
  export_hub: { open: SECRET, sample: at('/v1/export') },
  list_deletions: { open: SECRET, sample: at('/v1/deletions') },
  list_audit: { open: SECRET, sample: at('/v1/audit') },

  ...Object.assign({}, ...KIND_NAMES.map(profileRows)),

  create_import: {
    open: SECRET,
    sample: () => ({
      path: '/v1/imports?kind=startup',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${JSON.stringify({ id: 'row', profile: { name: 'Row', pitch: 'зондтар' } })}\n`,
    }),
  },
  list_imports: { open: SECRET, sample: at('/v1/imports') },
  get_import: named(SECRET, async (world) => ({ path: `/v1/imports/${await upload(world)}` })),
  get_import_report: named(SECRET, async (world) => ({ path: `/v1/imports/${await upload(world)}/report` })),
  cancel_import: named(SECRET, async (world) => ({ path: `/v1/imports/${await upload(world)}/cancel` })),
  resume_import: named(SECRET, async (world) => {
    const id = await upload(world);
    await bindings.DB.prepare("UPDATE imports SET state = 'failed' WHERE id = ?").bind(id).run();
    return { path: `/v1/imports/${id}/resume` };
  }),

  match: { open: SECRET, sample: () => ({ path: '/v1/match', body: { kind: 'startup', profile: STARTUP } }) },
  get_market_entry: named(MEMBERS, async ({ mine }) => ({
    path: `/v1/startups/${await mine('startup')}/market-entry?country=AZ`,
  })),
  list_neighbours: {
    ...named(MEMBERS, async ({ mine }) => ({ path: `/v1/patents/${await mine('patent')}/neighbours` })),
    kind: 'patent',
  },
  find_co_investment: named(MEMBERS, async ({ mine }) => ({
    path: `/v1/startups/${await mine('startup')}/co-investment`,
    body: {},
  })),
  list_matches_batch: {
    open: SECRET,
    sample: async ({ mine }) => ({
      path: '/v1/matches/batch',
      body: { kind: 'startup', ids: [await mine('startup')] },
    }),
  },
  count_limits: {
    open: MEMBERS,
    sample: () => ({ path: '/v1/limits', body: { kind: 'startup', profile: { stage: 'seed' } } }),
  },
  score: {
    open: MEMBERS,
    sample: async ({ mine, fresh }) => ({
      path: '/v1/score',
      body: {
        subject: { kind: 'startup', id: await mine('startup') },
        candidate: { kind: 'investor', id: await fresh('investor') },
      },
    }),
  },
  give_feedback: {
    open: MEMBERS,
    sample: async ({ mine, fresh }) => ({
      path: '/v1/feedback',
      body: {
        subject: { kind: 'startup', id: await mine('startup') },
        answers: [{ candidate: { kind: 'investor', id: await fresh('investor') }, position: 1, answer: 'saved' }],
      },
    }),
  },
  create_application: {
    open: MEMBERS,
    sample: async (world) => ({ path: '/v1/applications', body: await toApply(world) }),
  },
  list_applications: {
    open: MEMBERS,
    sample: async (world) => {
      await application(world);
      return { path: '/v1/applications' };
    },
  },
  get_application: named(MEMBERS, async (world) => ({ path: `/v1/applications/${await application(world)}` })),
  update_application: named(MEMBERS, async (world) => ({
    path: `/v1/applications/${await application(world)}`,
    body: { state: 'withdrawn' },
  })),
  get_programme_numbers: named(SECRET, async ({ fresh }) => ({
    path: `/v1/programmes/${await fresh('programme')}/numbers`,
  })),
  create_plan: { open: SECRET, sample: async (world) => ({ path: '/v1/plans', body: await day(world) }) },
  list_plans: { open: SECRET, sample: at('/v1/plans') },
  get_plan: named(SECRET, async (world) => ({ path: `/v1/plans/${await plan(world)}` })),
  delete_plan: named(SECRET, async (world) => ({ path: `/v1/plans/${await plan(world)}` })),
  upsert_action_plan: { open: SECRET, sample: () => ({ path: '/v1/action-plans/plan-2026', body: ACTION_PLAN }) },
  list_action_plans: {
    open: SECRET,
    sample: async (world) => {
      await actionPlan(world);
      return { path: '/v1/action-plans' };
    },
  },
  get_action_plan: named(SECRET, async (world) => ({ path: await actionPlan(world) })),
  get_action_plan_history: named(SECRET, async (world) => ({ path: `${await actionPlan(world)}/history` })),
  delete_action_plan: named(SECRET, async (world) => ({ path: await actionPlan(world) })),
  get_weights: { open: SECRET, sample: at('/v1/weights') },
  put_weights: {
    open: SECRET,
    sample: () => ({ path: '/v1/weights', body: { pairing: 'startup-investor', set: {} } }),
  },
  freeze_weights: { open: SECRET, sample: () => ({ path: '/v1/weights/freeze', body: {} }) },
  unfreeze_weights: { open: SECRET, sample: () => ({ path: '/v1/weights/unfreeze', body: {} }) },
  reset_weights: { open: SECRET, sample: () => ({ path: '/v1/weights/reset', body: {} }) },
  search: {
    open: ['anonymous'],
    sample: async ({ made }) => {
      await made('PATCH', '/v1/hub', { settings: { anonymousSearch: { enabled: true } } });
      return { path: '/v1/search', body: { kind: 'startup', text: 'зондтар' } };
    },
  },

  ask_introduction: {
    open: MEMBERS,
    sample: async ({ mine, fresh }) => ({
      path: '/v1/introductions',
      body: {
        from: { kind: 'startup', id: await mine('startup') },
        to: { kind: 'investor', id: await fresh('investor') },
        message: 'Hello',
      },
    }),
  },
  list_introductions: { open: MEMBERS, sample: at('/v1/introductions') },
  get_introduction: named(MEMBERS, async (w) => ({ path: `/v1/introductions/${await introduction(w, 'startup')}` })),
  accept_introduction: named(MEMBERS, async (w) => ({
    path: `/v1/introductions/${await introduction(w, 'investor')}/accept`,
  })),
  decline_introduction: named(MEMBERS, async (w) => ({
    path: `/v1/introductions/${await introduction(w, 'investor')}/decline`,
    body: {},
  })),
  withdraw_introduction: named(MEMBERS, async (w) => ({
    path: `/v1/introductions/${await introduction(w, 'startup')}/withdraw`,
  })),
  approve_introduction: named(SECRET, async (w) => ({ path: `/v1/introductions/${await awaiting(w)}/approve` })),
  refuse_introduction: named(SECRET, async (w) => ({ path: `/v1/introductions/${await awaiting(w)}/refuse` })),
  set_meeting: named(MEMBERS, async (w) => ({
    path: `/v1/introductions/${await accepted(w)}/meeting`,
    body: { at: '2027-03-01T10:00:00Z', place: MARK },
  })),
  cancel_meeting: named(MEMBERS, async (w) => ({ path: `/v1/introductions/${await accepted(w)}/meeting` })),
  create_feed: {
    open: MEMBERS,
    sample: async ({ mine }) => ({
      path: '/v1/feeds',
      body: { kind: 'startup', id: await mine('startup'), locale: 'kk' },
    }),
  },
  list_feeds: { open: MEMBERS, sample: at('/v1/feeds') },
  revoke_feed: named(MEMBERS, async ({ made, mine }) => {
    const { id } = await made('POST', '/v1/feeds', { kind: 'startup', id: await mine('startup'), locale: 'kk' });
    return { path: `/v1/feeds/${id}` };
  }),
  create_subscription: {
    open: MEMBERS,
    sample: async ({ mine }) => ({ path: '/v1/subscriptions', body: subscriptionOf(await mine('startup')) }),
  },
  list_subscriptions: { open: MEMBERS, sample: at('/v1/subscriptions') },
  get_subscription: named(MEMBERS, async (w) => ({ path: `/v1/subscriptions/${await subscription(w)}` })),
  preview_digest: named(MEMBERS, async (w) => ({ path: `/v1/subscriptions/${await subscription(w)}/preview` })),
  update_subscription: named(MEMBERS, async (w) => ({
    path: `/v1/subscriptions/${await subscription(w)}`,
    body: { hour: 9 },
  })),
  end_subscription: named(MEMBERS, async (w) => ({ path: `/v1/subscriptions/${await subscription(w)}` })),
  list_suppressions: { open: SECRET, sample: at('/v1/suppressions') },
  add_suppression: { open: SECRET, sample: () => ({ path: '/v1/suppressions', body: { email: newAddress() } }) },
  remove_suppression: named(SECRET, async ({ made }) => {
    const { id } = await made('POST', '/v1/suppressions', { email: newAddress() });
    return { path: `/v1/suppressions/${id}` };
  }),
  get_mail_settings: { open: SECRET, sample: at('/v1/mails/settings') },
  set_mail_settings: {
    open: SECRET,
    sample: () => ({ path: '/v1/mails/settings', body: { from: { name: MARK, email: newAddress() } } }),
  },
  send_test_mail: {
    open: SECRET,
    sample: async ({ own }) => {
      await bindings.DB.prepare("DELETE FROM mails WHERE hub_id = ? AND notice = 'test'").bind(own.id).run();
      return { path: '/v1/mails/test', body: { email: newAddress(), locale: 'az' } };
    },
  },
  get_mail_numbers: { open: SECRET, sample: at('/v1/mails/numbers') },
  rotate_mail_report_secret: { open: SECRET, sample: () => ({ path: '/v1/mails/report-secret', body: {} }) },
  list_mails: { open: SECRET, sample: at('/v1/mails') },
  get_mail: named(SECRET, async (w) => ({ path: `/v1/mails/${await mail(w)}` })),
  send_mail_again: named(SECRET, async (w) => ({ path: `/v1/mails/${await mail(w)}/send` })),
  create_block: {
    open: MEMBERS,
    sample: async ({ mine, fresh }) => ({
      path: '/v1/blocks',
      body: {
        owner: { kind: 'startup', id: await mine('startup') },
        blocked: { kind: 'investor', id: await fresh('investor') },
      },
    }),
  },
  list_blocks: { open: MEMBERS, sample: at('/v1/blocks') },
  delete_block: named(MEMBERS, async ({ made, mine, fresh }) => {
    const { id } = await made('POST', '/v1/blocks', {
      owner: { kind: 'startup', id: await mine('startup') },
      blocked: { kind: 'investor', id: await fresh('investor') },
    });
    return { path: `/v1/blocks/${id}` };
  }),

  create_webhook: { open: SECRET, sample: () => ({ path: '/v1/webhooks', body: { url: 'http://localhost:9/' } }) },
  list_webhooks: { open: SECRET, sample: at('/v1/webhooks') },
  get_webhook: named(SECRET, async (world) => ({ path: `/v1/webhooks/${await webhook(world)}` })),
  update_webhook: named(SECRET, async (world) => ({
    path: `/v1/webhooks/${await webhook(world)}`,
    body: { description: 'x' },
  })),
  delete_webhook: named(SECRET, async (world) => ({ path: `/v1/webhooks/${await webhook(world)}` })),
  rotate_webhook_secret: named(SECRET, async (world) => ({
    path: `/v1/webhooks/${await webhook(world)}/rotate`,
    body: {},
  })),
  test_webhook: named(SECRET, async (world) => ({ path: `/v1/webhooks/${await webhook(world)}/test` })),
  list_deliveries: named(SECRET, async (world) => ({ path: `/v1/webhooks/${await webhook(world)}/deliveries` })),
  replay_dead_deliveries: named(SECRET, async (world) => ({ path: `/v1/webhooks/${await webhook(world)}/replay` })),
  replay_delivery: named(SECRET, async (world) => {
    const id = await webhook(world);
    await emit(bindings.DB, world.own.id, 'profile.deleted', { kind: 'startup', id: MARK }, new Date()).run();
    await deliverWebhooks.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date() });
    await bindings.DB.prepare("UPDATE deliveries SET state = 'dead' WHERE endpoint_id = ?").bind(id).run();
    const delivery = await bindings.DB.prepare('SELECT id FROM deliveries WHERE endpoint_id = ? LIMIT 1')
      .bind(id)
      .first<string>('id');
    return { path: `/v1/webhooks/${id}/deliveries/${delivery}/replay` };
  }),

  propose_agreement: {
    open: SECRET,
    sample: async () => ({ path: '/v1/agreements', body: { partner: (await newHub()).id } }),
  },
  list_agreements: { open: SECRET, sample: at('/v1/agreements') },
  get_agreement: named(SECRET, async (world) => ({ path: `/v1/agreements/${await agreement(world)}` })),
  end_agreement: named(SECRET, async (world) => ({ path: `/v1/agreements/${await agreement(world)}` })),
  accept_agreement: named(SECRET, async (world) => {
    const { key } = await newHub();
    const { json } = await call('POST', '/v1/agreements', { key, body: { partner: world.own.id } });
    return { path: `/v1/agreements/${json.id}/accept` };
  }),
  list_corridor_subscriptions: { open: SECRET, sample: at('/v1/corridors/subscriptions') },
  open_corridor: { open: SECRET, sample: at('/v1/corridors/subscriptions/TR') },
  close_corridor: {
    open: SECRET,
    sample: async ({ made }) => {
      await made('PUT', '/v1/corridors/subscriptions/UZ');
      return { path: '/v1/corridors/subscriptions/UZ' };
    },
  },
};

const TOKEN_KEY = { alg: 'HS256', secret: 'YSBzaGFyZWQgc2VjcmV0IG9mIHRoaXJ0eS10d28gYnl0ZXMh' };

const spareKey = async (made: World['made']): Promise<string> =>
  (await made('POST', '/v1/keys', { kind: 'publishable', name: MARK, origins: ['https://a.example'] })).id;
