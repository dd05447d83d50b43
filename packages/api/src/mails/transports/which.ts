import type { MailSettings } from '@kopru/sdk/schema';
import type { Bindings } from '../../env.ts';

export type Transport = 'smtp' | 'send_email' | 'files';

/** Which transport takes a hub's mail: its own server, else that of the deployment, else what is bound. */
export const transportOf = (env: Bindings, settings: Pick<MailSettings, 'smtp'>): Transport | undefined => {
  if (settings.smtp || env.KOPRU_SMTP) return 'smtp';
  if (env.EMAIL) return 'send_email';
  return env.MAILBOX ? 'files' : undefined;
};
