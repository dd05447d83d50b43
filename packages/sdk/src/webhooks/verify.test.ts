import type { IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { IntroductionState } from '../introductions/schema.ts';
import { type RawRequest, verifyWebhook, WebhookError, type WebhookEvent } from './index.ts';

const SECRET = `whsec_${btoa('0123456789abcdef0123456789abcdef')}`;
const EVENT = {
  type: 'profile.created',
  timestamp: '2026-11-27T03:00:00.000Z',
  data: { kind: 'startup', id: 'Кымыз', version: 1, sequence: 7 },
};

function signed(body = JSON.stringify(EVENT), { secret = SECRET, secondsAgo = 0 } = {}) {
  const at = new Date(Date.now() - secondsAgo * 1000);
  return {
    headers: {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('evt_1', at, body),
    } as Record<string, string>,
    body,
  };
}

const request = ({ headers, body }: { headers: Record<string, string>; body: string }) =>
  new Request('https://hub.example/kopru-events', { method: 'POST', headers, body });

describe('a delivery that was signed', () => {
  const { headers, body } = signed();
  test.each([
    ['a Request', request({ headers, body })],
    ['the headers of node and text', { headers, body }],
    ['Headers and bytes', { headers: new Headers(headers), body: new TextEncoder().encode(body) }],
    ['a Buffer, as express.raw gives it', { headers, body: Buffer.from(body) }],
  ])('gives its event, from %s', async (_, delivery) => {
    expect(await verifyWebhook(delivery, SECRET)).toEqual({ id: 'evt_1', ...EVENT });
  });

  test('is good with either secret while one is rotated', async () => {
    const other = `whsec_${btoa('another secret of 32 characters!')}`;
    const { headers, body } = signed();
    headers['webhook-signature'] =
      `${signed(body, { secret: other }).headers['webhook-signature']} ${headers['webhook-signature']}`;
    for (const secret of [SECRET, other]) expect((await verifyWebhook({ headers, body }, secret)).id).toBe('evt_1');
  });

  test('may be of a type that this package does not know', async () => {
    const body = JSON.stringify({ ...EVENT, type: 'digest.sent', data: { id: 'd' } });
    expect(await verifyWebhook(signed(body), SECRET)).toMatchObject({ type: 'digest.sent', data: { id: 'd' } });
  });

  test('may be a request of node with its body, as Express has it', () => {
    expectTypeOf<IncomingMessage & { body: Uint8Array }>().toExtend<RawRequest>();
  });

  test('has the data of its type', () => {
    const read = (event: WebhookEvent) => {
      if (event.type === 'introduction.accepted') return event.data.state;
      if (event.type === 'match.created') return event.data.score;
      return event.type === 'endpoint.test' ? event.data.endpoint : undefined;
    };
    expectTypeOf(read).returns.toEqualTypeOf<IntroductionState | number | string | undefined>();
  });
});

describe('a delivery that is not to be trusted', () => {
  const without = (name: string) => {
    const { headers, body } = signed();
    return { headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)), body };
  };
  const withHeader = (name: string, value: string) => {
    const { headers, body } = signed();
    return { headers: { ...headers, [name]: value }, body };
  };

  test.each([
    ['without an id', without('webhook-id'), 'header_missing'],
    ['without a time', without('webhook-timestamp'), 'header_missing'],
    ['without a signature', without('webhook-signature'), 'header_missing'],
    ['with a time that is none', withHeader('webhook-timestamp', '12 o’clock'), 'timestamp_invalid'],
    ['that is too old', signed(undefined, { secondsAgo: 400 }), 'timestamp_too_old'],
    ['from the future', signed(undefined, { secondsAgo: -400 }), 'timestamp_too_new'],
    ['with another id', withHeader('webhook-id', 'evt_2'), 'signature_invalid'],
    ['with a signature that is none', withHeader('webhook-signature', 'v1'), 'signature_invalid'],
    [
      'with a changed body',
      { ...signed(), body: JSON.stringify({ ...EVENT, type: 'profile.deleted' }) },
      'signature_invalid',
    ],
    ['signed with another secret', signed(undefined, { secret: `whsec_${btoa('another')}` }), 'signature_invalid'],
    ['whose body was parsed', { ...signed(), body: EVENT as unknown as string }, 'body_invalid'],
    ['without an event', signed('[1]'), 'body_invalid'],
    ['that is not JSON', signed('event'), 'body_invalid'],
    ['without a body', signed(''), 'body_invalid'],
  ])('%s', async (_, delivery, code) => {
    await expect(verifyWebhook(delivery, SECRET)).rejects.toMatchObject({ name: 'WebhookError', code });
  });

  test.each(['', 'whsec_', 'whsec_*not-base64*', 'sk_0123456789'])(
    'or whose secret is no secret: "%s"',
    async (secret) => {
      const error = await verifyWebhook(signed(), secret).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(WebhookError);
      expect(error).toMatchObject({
        code: 'secret_invalid',
        message: 'the secret must be whsec_ and base64, as the endpoint was given it',
      });
    },
  );
});
