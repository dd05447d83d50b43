import { verifyWebhook, WebhookError } from '@kopru/sdk/webhooks';

/** Hears of what happens in the hub: give this address to `POST /v1/webhooks`, and its secret to the environment. */
export async function POST(request: Request): Promise<Response> {
  try {
    const event = await verifyWebhook(request, process.env.KOPRU_WEBHOOK_SECRET ?? '');
    if (event.type === 'introduction.accepted') {
      console.log('accepted:', event.data.introduction, 'news to', event.data.notify);
    }
    return new Response(null, { status: 204 });
  } catch (error) {
    // A wrong secret is a mistake of our own: Köprü shall try again later.
    if (!(error instanceof WebhookError) || error.code === 'secret_invalid') throw error;
    return Response.json({ error: error.code }, { status: 400 });
  }
}
