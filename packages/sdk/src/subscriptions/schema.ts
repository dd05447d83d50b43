import { z } from 'zod';
import { KIND_WITH_ID, kindWithId, ownerQueryShape } from '../introductions/schema.ts';
import { KIND_NAMES } from '../kinds/index.ts';
import { textSchema } from '../kinds/profile.ts';
import { localeSchema } from '../matches/schema.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

const MAIL_STATES = ['pending', 'confirmed', 'ended'] as const;

/** An address; whether mail reaches it, the API says. International domains are addresses too. */
export const emailSchema = z
  .string()
  .max(254)
  .regex(
    /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/,
    'must be an address such as aida@fund.example',
  );

const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be a time zone of the IANA database', params: { rule: 'time_zone' } })
  .meta({ description: 'By its name in the IANA database', example: 'Asia/Almaty' });

function isTimeZone(name: string): boolean {
  try {
    // An offset such as +05:00 has no summer time, and is no place.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** What a subscriber chooses. */
const choices = {
  locale: localeSchema.meta({ description: 'Language of the mails' }),
  timeZone: timeZoneSchema,
  frequency: z.enum(['instantly', 'daily', 'weekly']).meta({ description: 'At once: at most every 15 minutes' }),
  weekday: z.int().min(1).max(7).meta({ description: 'Of a weekly digest; 1 is Monday' }),
  hour: z.int().min(0).max(23).meta({ description: 'Of a daily or weekly digest, by the clock of the time zone' }),
  minScore: z.number().min(0).max(100).meta({ description: 'Matches below it are in no digest' }),
  maxItems: z.int().min(1).max(20).meta({ description: 'Most matches of one digest' }),
  notices: z
    .strictObject({
      digest: z.boolean(),
      introduction: z.boolean(),
      reminder: z.boolean(),
      application: z.boolean().meta({ description: 'What became of the applications of a startup to programmes' }),
    })
    .meta({ id: 'MailNotices', description: 'Kinds of mail, each with its own switch' }),
  nothingNew: z.boolean().meta({ description: 'Whether a weekly mail comes that says that nothing is new' }),
};

const kindSchema = z.enum(KIND_NAMES);
const seeksSchema = kindSchema.meta({
  description: 'The kind of the matches of a digest; without it the first that the kind of the profile is paired with',
});
const nameSchema = textSchema(100).meta({ description: 'By which the mails greet' });
const profileSchema = z.strictObject({ kind: kindSchema, id: z.string().min(1).max(128) });
const ALL_NOTICES = { digest: true, introduction: true, reminder: true, application: true };

export const newMailSubscriptionSchema = z
  .strictObject({
    profile: profileSchema.meta({ description: 'A profile of this hub; for a viewer its own' }),
    email: emailSchema,
    name: nameSchema.optional(),
    seeks: seeksSchema.optional(),
    locale: choices.locale,
    timeZone: choices.timeZone,
    frequency: choices.frequency.default('weekly'),
    weekday: choices.weekday.default(1),
    hour: choices.hour.default(8),
    minScore: choices.minScore.default(50),
    maxItems: choices.maxItems.default(10),
    notices: choices.notices.partial().default(ALL_NOTICES),
    nothingNew: choices.nothingNew.default(false),
  })
  .meta({
    id: 'NewMailSubscription',
    example: {
      profile: { kind: 'investor', id: 'fund-3' },
      email: 'aida@fund.example',
      locale: 'kk',
      timeZone: 'Asia/Almaty',
      frequency: 'weekly',
      weekday: 1,
      hour: 8,
    },
  });

export type NewMailSubscription = z.output<typeof newMailSubscriptionSchema>;

export const mailSubscriptionPatchSchema = z
  .strictObject({ name: nameSchema.nullable(), seeks: seeksSchema, ...choices, notices: choices.notices.partial() })
  .partial()
  .meta({ id: 'MailSubscriptionPatch', example: { frequency: 'daily', hour: 7 } });

export type MailSubscriptionPatch = z.output<typeof mailSubscriptionPatchSchema>;

export const mailSubscriptionSchema = z
  .object({
    id: z.string(),
    profile: profileSchema,
    email: z.string(),
    name: z.string().nullable(),
    seeks: seeksSchema,
    ...choices,
    state: z.enum(MAIL_STATES).meta({ description: 'Pending until whoever reads the address has confirmed it' }),
    nextDigestAt: z.iso.datetime().nullable().meta({ description: 'When the next digest is due; null while none is' }),
    createdAt: z.iso.datetime(),
    confirmedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'MailSubscription' });

/** Who gets mail about a profile, and how. */
export type MailSubscription = z.output<typeof mailSubscriptionSchema>;

export const mailSubscriptionQuerySchema = z
  .strictObject({
    ...pageQueryShape,
    ...ownerQueryShape,
    state: z.enum(MAIL_STATES).optional().meta({ example: 'confirmed' }),
  })
  .refine(kindWithId, KIND_WITH_ID);

export type MailSubscriptionQuery = z.output<typeof mailSubscriptionQuerySchema>;

export const mailSubscriptionPageSchema = pageSchema(mailSubscriptionSchema, 'MailSubscriptionPage');
