import { z } from 'zod';
import { localeSchema } from '../matches/schema.ts';
import { pageQueryShape, pageSchema } from '../page.ts';
import { emailSchema } from '../subscriptions/schema.ts';

/** An SMTP server that takes a hub's mail, without its password. */
const smtpSchema = z
  .strictObject({
    host: z.hostname().max(253).meta({ example: 'smtp.hub.example' }),
    port: z.int().min(1).max(65_535).default(465),
    security: z.enum(['tls', 'starttls', 'none']).default('tls').meta({
      description: '`none` is for a server on this machine alone: a deployed API refuses it',
    }),
    username: z.string().min(1).max(254).optional(),
  })
  .meta({ id: 'Smtp' });

const shape = {
  enabled: z.boolean().default(true).meta({ description: 'Off: nothing goes out, and what is due waits' }),
  dryRun: z.boolean().default(false).meta({ description: 'Mails are written, can be looked at, and none goes out' }),
  from: z
    .strictObject({ name: z.string().min(1).max(100), email: emailSchema })
    .optional()
    .meta({ description: 'Without it nothing goes out' }),
  replyTo: emailSchema.optional().meta({ description: 'Where answers by mail go' }),
  logoUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .default('#00707a'),
  postalAddress: z.string().max(300).optional().meta({ description: 'Stands at the end of each mail' }),
  perDomain: z.int().min(1).max(1_000).default(60).meta({
    description: 'Most mails in a minute to addresses of one domain, so that no mailbox provider throttles the hub',
  }),
};

const SERVER = { description: 'The server that takes the mail; else that of the deployment' };

/** How a hub's mail goes out and looks. */
export const mailSettingsSchema = z.strictObject({ ...shape, smtp: smtpSchema.optional() });

export type MailSettings = z.output<typeof mailSettingsSchema>;

export const mailSettingsInputSchema = z
  .strictObject({
    ...shape,
    smtp: smtpSchema
      .extend({
        password: z
          .string()
          .min(1)
          .max(500)
          .optional()
          .meta({ description: 'Kept encrypted and never answered; the one that is there stays where it is left out' }),
      })
      .meta({ id: 'SmtpInput' })
      .optional()
      .meta(SERVER),
  })
  .meta({
    id: 'MailSettingsInput',
    example: {
      from: { name: 'Sabah.hub', email: 'matches@hub.example' },
      replyTo: 'office@hub.example',
      postalAddress: 'Baku, Nizami 1',
      smtp: { host: 'smtp.hub.example', username: 'hub', password: 'the password' },
    },
  });

export type MailSettingsInput = z.output<typeof mailSettingsInputSchema>;

export const mailSettingsViewSchema = z
  .object({
    ...shape,
    smtp: smtpSchema.extend({ hasPassword: z.boolean() }).meta({ id: 'SmtpView' }).optional().meta(SERVER),
    transport: z
      .enum(['smtp', 'send_email', 'files'])
      .nullable()
      .meta({ description: 'What takes the mail; null where nothing does' }),
  })
  .meta({ id: 'MailSettings' });

const NOTICES = ['confirmation', 'digest', 'introduction', 'reminder', 'application', 'test'] as const;
const STATES = ['due', 'sent', 'bounced', 'complained', 'dead', 'uncertain', 'skipped'] as const;

export const mailSchema = z
  .object({
    id: z.string(),
    subscription: z.string().nullable().meta({ description: 'Null for a test' }),
    notice: z.enum(NOTICES),
    state: z.enum(STATES).meta({
      description:
        'Uncertain: it may have been taken, and is not sent again by itself. Skipped: there was nothing to tell, or nobody to tell it to',
    }),
    reason: z.string().nullable().meta({ description: 'Why it is not sent, or waits' }),
    attempts: z.int(),
    nextAttemptAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Mail' });

/** A mail of the outbox. */
export type Mail = z.output<typeof mailSchema>;

const contentSchema = z.object({ subject: z.string(), html: z.string(), text: z.string() }).meta({ id: 'MailContent' });

export type MailContent = z.output<typeof contentSchema>;

export const mailWithContentSchema = mailSchema
  .extend({
    content: contentSchema.nullable().meta({
      description: 'While it is kept: until the mail is sent, and of one that is dead, uncertain or a dry run',
    }),
  })
  .meta({ id: 'MailWithContent' });

export const mailQuerySchema = z.strictObject({
  ...pageQueryShape,
  state: z.enum(STATES).optional().meta({ example: 'dead' }),
  notice: z.enum(NOTICES).optional().meta({ example: 'digest' }),
  subscription: z.string().max(128).optional().meta({ example: 'sub_1' }),
});

export type MailQuery = z.output<typeof mailQuerySchema>;

export const mailPageSchema = pageSchema(mailSchema, 'MailPage');

export const testMailSchema = z
  .strictObject({ email: emailSchema, locale: localeSchema })
  .meta({ id: 'TestMail', example: { email: 'office@hub.example', locale: 'az' } });

export const digestPreviewSchema = z
  .object({
    content: contentSchema.nullable(),
    skipped: z.string().nullable().meta({ description: 'Why none would be sent' }),
  })
  .meta({ id: 'DigestPreview' });
