import type { Kind } from '@kopru/sdk/schema';
import type { Link } from '../src/mails/links.ts';
import { pathOf, signLink } from '../src/mails/links.ts';
import type { SubscriptionRow } from '../src/subscriptions/store.ts';
import { bindings } from './bindings.ts';
import { putCheap } from './exchange.ts';
import { call, newHub, STARTUP } from './hub.ts';
import { FITS } from './listening.ts';
import { composed, mailOf, subscribe } from './subscribers.ts';

export const FUND = { kind: 'investor', id: 'fund' } as const;
export const STARTUP_A = { kind: 'startup', id: 'a' } as const;

/** A hub with a fund, and a startup that fits it. */
export async function market(): Promise<{ id: string; key: string }> {
  const hub = await newHub();
  await putCheap(hub.id, 'investor', 'fund', FITS);
  await putCheap(hub.id, 'startup', 'a', { ...STARTUP, name: 'Topraq' });
  return hub;
}

/** The path of a link of a subscription, which works for another hour unless it says otherwise. */
export async function linkOf(
  { hub_id, id }: Pick<SubscriptionRow, 'hub_id' | 'id'>,
  does: Partial<Link> & Pick<Link, 'purpose'>,
): Promise<string> {
  const expires = new Date(Date.now() + 3_600_000);
  return pathOf(
    does.purpose,
    await signLink(bindings.KOPRU_KEYRING, { hub: hub_id, subscription: id, expires, ...does }),
  );
}

/** Opens a page as a browser does. */
export const visit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  call(method, path, { headers });

/** Sends a form. */
export const send = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  call('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

/** A confirmed subscription of the fund that was mailed the startup, and the mail. */
export async function mailed(hub: { id: string }, more: Partial<SubscriptionRow> = {}) {
  const subscription = await subscribe(hub, FUND, more);
  const mail = mailOf(subscription, 'digest');
  await composed(subscription, mail);
  return { subscription, mail: mail.id };
}

/** A link that answers the startup. */
export const answerLink = (
  { subscription, mail }: Awaited<ReturnType<typeof mailed>>,
  answer: NonNullable<Link['answer']>,
  more: Partial<Link> = {},
) => linkOf(subscription, { purpose: 'answer', mail, ...STARTUP_A, answer, ...more });

/** Asks the fund, in the name of the startup, to meet. Answers the id. */
export async function askFund(hub: { key: string }, from: { kind: Kind; id: string } = STARTUP_A): Promise<string> {
  const body = { from, to: FUND, message: 'Tuzluluğu birlikte ölçelim.', lang: 'tr' };
  return (await call('POST', '/v1/introductions', { key: hub.key, body })).json.id;
}

/** A subscription as it is stored now. */
export const stored = ({ id }: { readonly id: string }) =>
  bindings.DB.prepare('SELECT * FROM subscriptions WHERE id = ?').bind(id).first<SubscriptionRow>();

/** What the log of a hub says was done by links, oldest first. */
export const logged = async ({ id }: { readonly id: string }): Promise<string[]> =>
  (
    await bindings.DB.prepare(
      "SELECT action FROM audit WHERE hub_id = ? AND actor ->> 'kind' = 'viewer' ORDER BY rowid",
    )
      .bind(id)
      .all<{ action: string }>()
  ).results.map(({ action }) => action);

/** Why an address of a hub gets no mail. */
export const reasons = async ({ id }: { readonly id: string }): Promise<string[]> =>
  (
    await bindings.DB.prepare('SELECT reason FROM suppressions WHERE hub_id = ?').bind(id).all<{ reason: string }>()
  ).results.map(({ reason }) => reason);

/** The heading of a page. */
export const headingOf = (text: string): string | undefined => /<h1>([^<]*)<\/h1>/.exec(text)?.[1];
