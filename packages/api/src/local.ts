/**
 * The entry of the local environment: the API and the demo.
 *
 * @module
 */
import { createApp } from './app.ts';
import { mountDemo } from './demo/routes.ts';
import { onQueue, onSchedule } from './jobs/index.ts';

const app = createApp();
mountDemo(app);

export default { fetch: app.fetch, scheduled: onSchedule, queue: onQueue };
