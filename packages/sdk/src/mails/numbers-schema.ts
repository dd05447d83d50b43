import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

export const mailNumbersQuerySchema = z.strictObject({
  from: time.optional().meta({
    description: 'The first moment that counts; 30 days before the end unless given. Mails are kept for 90 days',
    example: '2026-11-01T00:00:00Z',
  }),
  to: time
    .optional()
    .meta({ description: 'The first moment that counts no more; now unless given', example: '2026-12-01T00:00:00Z' }),
});

export type MailNumbersQuery = z.output<typeof mailNumbersQuerySchema>;

const count = z.int().min(0);

const countsSchema = z
  .object({
    sent: count.meta({ description: 'A server took it' }),
    delivered: count.meta({ description: 'A server took it, and neither a bounce nor a complaint came since' }),
    bounced: count.meta({ description: 'It came back, or the server knew at once that no mail reaches the address' }),
    complained: count.meta({ description: 'The reader marked it as spam' }),
    dead: count.meta({ description: 'Refused for good' }),
    uncertain: count.meta({ description: 'A server may have taken it' }),
    waiting: count.meta({ description: 'It is due' }),
    skipped: z.record(z.string(), count).meta({ description: 'By the reason for which none was sent' }),
  })
  .meta({ id: 'MailCounts' });

export type MailCounts = z.output<typeof countsSchema>;

const seconds = z.int().min(0).nullable();

/** What became of a hub's mail in a time. Nothing is counted but what servers and readers said: no opening, no click. */
export const mailNumbersSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    mails: z
      .object({
        confirmation: countsSchema,
        digest: countsSchema,
        introduction: countsSchema,
        reminder: countsSchema,
        application: countsSchema,
        test: countsSchema,
      })
      .meta({ id: 'MailCountsByNotice', description: 'Of the mails that were written in the time' }),
    answers: z
      .object({ requested: count, saved: count, passed: count })
      .meta({ id: 'MailAnswers', description: 'To matches, given from a mail in the time' }),
    secondsToAnswer: z
      .object({ median: seconds, p90: seconds.meta({ description: 'Nine of ten answers came as fast or faster' }) })
      .meta({
        id: 'SecondsToAnswer',
        description: 'From the mail to the answer, of those answers; null where there is none',
      }),
    subscriptions: z
      .object({
        confirmed: count,
        ended: count.meta({ description: 'By the reader, by staff, by a bounce or a complaint' }),
        unsubscribed: count.meta({ description: 'Addresses that stopped all mail of the hub by a link of a mail' }),
      })
      .meta({ id: 'MailSubscriptionNumbers', description: 'What happened to them in the time' }),
  })
  .meta({ id: 'MailNumbers' });

export type MailNumbers = z.output<typeof mailNumbersSchema>;
