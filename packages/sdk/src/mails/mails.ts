import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type { MailReportSecret, mailReportRotationSchema } from './intake-schema.ts';
import type { MailNumbers, mailNumbersQuerySchema } from './numbers-schema.ts';
import type {
  Mail,
  mailPageSchema,
  mailQuerySchema,
  mailSettingsInputSchema,
  mailSettingsViewSchema,
  mailWithContentSchema,
  testMailSchema,
} from './schema.ts';

/** How a hub's mail goes out, and its outbox: `kopru.mails`. */
export class Mails extends Resource {
  /** With what has its default too. */
  settings(options?: RequestOptions): Call<z.output<typeof mailSettingsViewSchema>> {
    return this.transport.call({ method: 'GET', path: '/v1/mails/settings' }, options);
  }

  /** Sets them as a whole. A password that is left out stays, as long as there is an SMTP server. */
  setSettings(
    settings: z.input<typeof mailSettingsInputSchema>,
    options?: WriteOptions,
  ): Call<z.output<typeof mailSettingsViewSchema>> {
    return this.transport.call({ method: 'PUT', path: '/v1/mails/settings', body: settings }, options);
  }

  /** Newest first, for 90 days. */
  list(query?: Query<typeof mailQuerySchema>, options?: RequestOptions): Pages<z.output<typeof mailPageSchema>, Mail> {
    return this.transport.list('/v1/mails', query, options);
  }

  /** With what it says, while that is kept. */
  get(id: string, options?: RequestOptions): Call<z.output<typeof mailWithContentSchema>> {
    return this.transport.call({ method: 'GET', path: path`/v1/mails/${id}` }, options);
  }

  /** Sends one again that is dead or uncertain. Of an uncertain one the reader may then have two. */
  send(id: string, options?: WriteOptions): Call<Mail> {
    return this.transport.call({ method: 'POST', path: path`/v1/mails/${id}/send` }, options);
  }

  /** Sends a test to an address of the staff. */
  sendTest(test: z.input<typeof testMailSchema>, options?: WriteOptions): Call<Mail> {
    return this.transport.call({ method: 'POST', path: '/v1/mails/test', body: test }, options);
  }

  /** What became of the hub's mail in a time: sent, bounced, complained, answered, ended. */
  numbers(query?: Query<typeof mailNumbersQuerySchema>, options?: RequestOptions): Call<MailNumbers> {
    return this.transport.call({ method: 'GET', path: '/v1/mails/numbers', query }, options);
  }

  /** Where the hub's mail server reports bounces and complaints, and a new secret to sign them with, shown this once. */
  rotateReportSecret(
    body: z.input<typeof mailReportRotationSchema> = {},
    options?: WriteOptions,
  ): Call<MailReportSecret> {
    return this.transport.call({ method: 'POST', path: '/v1/mails/report-secret', body }, options);
  }
}
