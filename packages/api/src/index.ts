import { createApp } from './app.ts';

import { onQueue, onSchedule } from './jobs/index.ts';
import { onEmail } from './mails/intake/inbound.ts';

const app = createApp();

export default { fetch: app.fetch, scheduled: onSchedule, queue: onQueue, email: onEmail };
