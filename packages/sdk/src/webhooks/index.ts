/**
 * `@kopru/sdk/webhooks`: verify a delivery in one call, and know the type of its event. Runs in Node,
 * Workers and browsers.
 *
 * Hono:
 *
 * ```ts
 * app.post('/kopru-events', async (c) => {
 *   const event = await verifyWebhook(c.req.raw, c.env.KOPRU_WEBHOOK_SECRET);
 *   if (event.type === 'introduction.accepted') await tell(event.data.notify);
 *   return c.body(null, 204);
 * });
 * ```
 *
 * Express, which must not parse the body before:
 *
 * ```ts
 * app.post('/kopru-events', express.raw({ type: 'application/json' }), async (req, res) => {
 *   const event = await verifyWebhook(req, process.env.KOPRU_WEBHOOK_SECRET);
 *   res.status(204).end();
 * });
 * ```
 *
 * Next, in `app/kopru-events/route.ts`:
 *
 * ```ts
 * export async function POST(request: Request) {
 *   const event = await verifyWebhook(request, process.env.KOPRU_WEBHOOK_SECRET!);
 *   return new Response(null, { status: 204 });
 * }
 * ```
 *
 * What fails throws a `WebhookError`: answer it with 400. Keep the ids that you have handled.
 *
 * @module
 */
export type { WebhookEvent } from './event.ts';
export { type RawRequest, verifyWebhook, WebhookError, type WebhookErrorCode } from './verify.ts';
