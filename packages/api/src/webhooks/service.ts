import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Webhook, WebhookInput, WebhookPatch } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import { actorOf, record } from '../audit/record.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { ring } from '../jobs/doorbell.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import { HOUR } from '../lib/time.ts';
import { createSecret, sealSecret } from './secret.ts';
import {
  deleteEndpoint,
  getEndpoint,
  insertEndpoint,
  replayDeliveries,
  rotateSecret,
  testEvent,
  updateEndpoint,
} from './store.ts';
import { refusal } from './url.ts';

/** @throws {ApiError} `not_found` */
export async function findWebhook(c: Context<AppEnv>, id: string): Promise<Webhook> {
  const found = await getEndpoint(c.get('db'), c.get('hub').id, id);
  if (!found) throw new ApiError('not_found', `This hub has no webhook "${id}".`);
  return found;
}

/**
 * Makes an endpoint and its secret.
 *
 * @throws {ApiError} `idempotency_answer_not_kept` when an earlier request under the same key made it,
 *   `idempotency_key_reused` when that one asked for something else.
 */
export async function createWebhook(c: Context<AppEnv>, id: string, input: WebhookInput) {
  checkUrl(c, input.url);
  const secret = createSecret();
  const sealed = await sealSecret(c.env.KOPRU_KEYRING, id, secret);
  const made = await makeOnce(
    c.get('db'),
    { table: 'endpoints', id },
    act(c, 'webhook.created', id, (now) => [
      insertEndpoint(c.get('db'), c.get('hub').id, { ...input, id, secret: sealed }, now),
    ]),
  );
  const webhook = await findWebhook(c, id);
  if (made) return { ...webhook, secret };
  assertSameRequest(webhook, input);
  throw new ApiError('idempotency_answer_not_kept', `The webhook "${id}" was made; rotate its secret.`);
}

export async function patchWebhook(c: Context<AppEnv>, id: string, patch: WebhookPatch): Promise<Webhook> {
  const changed = { ...(await findWebhook(c, id)), ...patch } as Webhook;
  checkUrl(c, changed.url);
  await write(c, 'webhook.updated', id, (now) => [updateEndpoint(c.get('db'), c.get('hub').id, changed, now)]);
  return findWebhook(c, id);
}

export async function deleteWebhook(c: Context<AppEnv>, id: string): Promise<void> {
  await findWebhook(c, id);
  await write(c, 'webhook.deleted', id, () => [deleteEndpoint(c.get('db'), c.get('hub').id, id)]);
}

export async function rotate(c: Context<AppEnv>, id: string, overlapHours: number) {
  await findWebhook(c, id);
  const secret = createSecret();
  const sealed = await sealSecret(c.env.KOPRU_KEYRING, id, secret);
  await write(c, 'webhook.secret_rotated', id, (now) => [
    rotateSecret(
      c.get('db'),
      c.get('hub').id,
      id,
      { secret: sealed, until: new Date(now.getTime() + overlapHours * HOUR) },
      now,
    ),
  ]);
  return { ...(await findWebhook(c, id)), secret };
}

export async function sendTest(c: Context<AppEnv>, id: string): Promise<void> {
  const { status } = await findWebhook(c, id);
  if (status === 'disabled') throw new ApiError('conflict', 'The webhook is disabled; enable it first.');
  await write(c, 'webhook.tested', id, (now) => testEvent(c.get('db'), c.get('hub').id, id, now));
  c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));
}

/**
 * Makes one delivery, or all dead ones, due again.
 *
 * @returns how many.
 * @throws {ApiError} `not_found` on a delivery that the endpoint does not have, or that is due anyway.
 */
export async function replay(c: Context<AppEnv>, id: string, deliveryId: string | null): Promise<number> {
  const { status } = await findWebhook(c, id);
  if (status === 'disabled') throw new ApiError('conflict', 'The webhook is disabled; enable it first.');
  const [due] = await write(c, 'webhook.replayed', id, (now) => [
    replayDeliveries(c.get('db'), c.get('hub').id, id, deliveryId, now),
  ]);
  const count = due?.results.length ?? 0;
  if (deliveryId && count === 0)
    throw new ApiError('not_found', `This webhook has no delivery "${deliveryId}" that is not due already.`);
  c.executionCtx.waitUntil(ring(c.env, 'deliver-webhooks'));
  return count;
}

type Statements = (now: Date) => D1PreparedStatement[];

/** The statements of an act and its record. */
function act(c: Context<AppEnv>, action: string, id: string, statements: Statements): D1PreparedStatement[] {
  const now = new Date();
  const entry = { action, subject: { kind: 'webhook', id } };
  return [...statements(now), record(c.get('db'), c.get('hub').id, actorOf(c), entry, now)];
}

/** An act in one batch. */
const write = (c: Context<AppEnv>, action: string, id: string, statements: Statements) =>
  c.get('db').batch(act(c, action, id, statements));

function checkUrl(c: Context<AppEnv>, url: string): void {
  const why = refusal(url, c.env.KOPRU_ENV === 'local');
  if (!why) return;
  throw new ApiError('invalid_request', `url ${why}.`, [
    { in: 'body', path: '/url', rule: 'endpoint_url', message: why, received: 'string' },
  ]);
}
