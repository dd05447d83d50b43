import type { Context } from 'hono';
import type { Actor } from '../../audit/record.ts';
import type { AppEnv } from '../../env.ts';
import { findOpenHub } from '../../hubs/store.ts';
import { getProfile } from '../../profiles/store.ts';
import { getSubscription, type SubscriptionRow } from '../../subscriptions/store.ts';
import { type ComposeContext, urlOf } from '../context.ts';
import { type Link, LinkError, type LinkPurpose, readLink } from '../links.ts';
import { readMailSettings } from '../settings/store.ts';
import { cutAtWord } from '../templates/cut.ts';
import type { View } from './layout.ts';
import { PAGE_WORDS, type PageWords, type ProblemName } from './strings/index.ts';

/** What a link opens, and for whom. */
export interface Opened extends ComposeContext {
  readonly link: Link;
  /** The name of the subscriber's profile. */
  readonly profile: string;
  /** Lets work go on after the answer. */
  readonly defer: (work: Promise<unknown>) => void;
}

/** What was sent: each field once, files left out. */
export type Form = ReadonlyMap<string, string>;

/** What the links of one purpose do. */
export interface Purpose {
  /** The page that asks, or says how things stand. Changes nothing. */
  readonly show: (opened: Opened) => Promise<View>;
  /** Does it, once however often it is sent, and says so. */
  readonly act: (opened: Opened, form: Form) => Promise<View>;
}

/** Longest name of a profile on a page, in characters. */
const NAME = 60;

/** Reads the link of a request, or says why it opens nothing. */
export async function open(
  c: Context<AppEnv>,
  purpose: LinkPurpose,
  token: string,
): Promise<Opened | Extract<ProblemName, 'invalid' | 'expired' | 'gone'>> {
  const db = c.get('db');
  const now = new Date();
  const link = await readLink(c.env.KOPRU_KEYRING, purpose, token, now).catch((error) => {
    if (error instanceof LinkError) return error.code;
    throw error;
  });
  if (typeof link === 'string') return link;
  const [hub, subscription] = await Promise.all([
    findOpenHub(db, link.hub),
    getSubscription(db, link.hub, link.subscription),
  ]);
  if (!hub || !subscription) return 'gone';
  c.set('hub', hub);
  const [settings, stored] = await Promise.all([
    readMailSettings(db, hub.id),
    getProfile(db, hub.id, subscription.kind, subscription.profile_id),
  ]);
  // A subscription whose profile is gone must still be ended by its link.
  const profile = stored ? cutAtWord(stored.profile.name, NAME) : subscription.profile_id;
  const defer = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
  return { env: c.env, db, hub, settings, subscription, now, link, profile, defer };
}

/** The words of the subscriber's language. */
export const words = ({ subscription }: Pick<Opened, 'subscription'>): PageWords => PAGE_WORDS[subscription.locale];

/** The owner of the profile, in the person of who reads the subscription's mail. */
export const actorOf = ({ id, kind, profile_id }: SubscriptionRow): Actor => ({
  kind: 'viewer',
  id,
  profile: { kind, id: profile_id },
});

/** The path of another link of the same subscription. */
export const pathTo = async (opened: Opened, purpose: 'preferences' | 'unsubscribe'): Promise<string> =>
  new URL(await urlOf(opened, { purpose })).pathname;
