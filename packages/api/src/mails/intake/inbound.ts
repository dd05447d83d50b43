import type { ForwardableEmailMessage } from '@cloudflare/workers-types';
import type { Bindings } from '../../env.ts';
import { readReport } from './parse.ts';
import { type Taken, takeReport } from './take.ts';

/** Largest mail that is read, in bytes: one of ours, which a report may quote as a whole, has less than a tenth. */
const LARGEST = 2 * 1024 * 1024;

/**
 * Takes a mail that came to the deployment (Email Routing). Reports of our mails are taken; whatever else comes,
 * automatic replies among it, leaves no trace but a count, since whoever wants to can write to us.
 */
export async function onEmail(message: ForwardableEmailMessage, env: Bindings): Promise<void> {
  const taken = await take(message, env);
  env.METRICS?.writeDataPoint({ indexes: ['mail-reports'], blobs: [taken] });
}

async function take(message: ForwardableEmailMessage, env: Bindings): Promise<Taken | 'too_large' | 'no_report'> {
  if (message.rawSize > LARGEST) return 'too_large';
  const raw = await new Response(message.raw as unknown as ReadableStream).arrayBuffer();
  // What cannot be read is no report, and tried again it would be none either.
  const report = await readReport(raw).catch(() => undefined);
  if (!report) return 'no_report';
  return takeReport(env.DB.withSession('first-primary'), report, new Date());
}
