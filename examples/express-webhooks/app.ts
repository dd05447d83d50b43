import { verifyWebhook, WebhookError, type WebhookEvent } from '@kopru/sdk/webhooks';
import express, { type Express } from 'express';

export interface Options {
  /** Of the endpoint, `whsec_…`. */
  readonly secret: string;
  /** What to do about an event. It is not given the same one twice. */
  readonly onEvent: (event: WebhookEvent) => Promise<void>;
}

/** Takes deliveries at `/kopru-events`: verifies, answers at once, and works afterwards. */
export function createApp({ secret, onEvent }: Options): Express {
  const app = express();
  // In production keep the ids where they outlive the process: a unique column does.
  const handled = new Set<string>();

  // The signature is that of the body as it came: nothing may parse it before.
  app.post('/kopru-events', express.raw({ type: 'application/json' }), async (request, response) => {
    let event: WebhookEvent;
    try {
      event = await verifyWebhook(request, secret);
    } catch (error) {
      // A wrong secret is a mistake of our own: Köprü shall try again later.
      if (!(error instanceof WebhookError) || error.code === 'secret_invalid') throw error;
      response.status(400).json({ error: error.code });
      return;
    }
    response.status(204).end();
    // An event may arrive more than once, with the same id each time.
    if (handled.has(event.id)) return;
    handled.add(event.id);
    await onEvent(event).catch((error) => console.error(`${event.type} ${event.id}:`, error));
  });
  return app;
}
