import { createApp } from './app.ts';

import { onQueue, onSchedule } from './jobs/index.ts';

const app = createApp();

export default { fetch: app.fetch, scheduled: onSchedule, queue: onQueue };
