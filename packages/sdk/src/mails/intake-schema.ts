import { z } from 'zod';

/** What a hub's own mail server, or the provider behind it, reports of a mail. */
export const mailReportSchema = z
  .object({
    type: z.enum(['mail.bounced', 'mail.complained']),
    timestamp: z.iso.datetime({ offset: true }),
    data: z.strictObject({
      mail: z.string().min(1).max(998).meta({
        description: 'Its id, its Message-ID, or the id under which the transport took it',
        example: 'mail_5f1c',
      }),
      permanent: z.boolean().default(true).meta({
        description: 'Of a bounce: whether the address takes no mail and will take none, so that it gets no more',
      }),
      reason: z
        .string()
        .regex(/^[\w .-]{1,60}$/, 'must be 1 to 60 of letters, digits, space . _ -: no address')
        .optional()
        .meta({ example: '5.1.1' }),
    }),
  })
  .meta({ id: 'MailReport' });

export const mailReportRotationSchema = z
  .strictObject({
    overlapHours: z.int().min(0).max(168).default(24).meta({
      description: 'How long reports may be signed with the secret before as well',
    }),
  })
  .meta({ id: 'MailReportRotation', example: { overlapHours: 24 } });

export const mailReportSecretSchema = z
  .object({
    url: z
      .string()
      .meta({ description: 'Where reports are posted', example: 'https://api.hub.example/mail-reports/osh' }),
    secret: z
      .string()
      .meta({ description: 'Signs every report (Standard Webhooks); shown this once', example: 'whsec_…' }),
  })
  .meta({ id: 'MailReportSecret' });

export type MailReportSecret = z.output<typeof mailReportSecretSchema>;
