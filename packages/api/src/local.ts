/**
 * The entry of the local environment: the API and the demo.
 *
 * @module
 */
import { createApp } from './app.ts';
import { mountOutbox } from './demo/outbox.ts';
import { mountDemo } from './demo/routes.ts';
import { onQueue, onSchedule } from './jobs/index.ts';
import { onEmail } from './mails/intake/inbound.ts';

const app = createApp();
mountDemo(app);
mountOutbox(app);

export default { fetch: app.fetch, scheduled: onSchedule, queue: onQueue, email: onEmail };
