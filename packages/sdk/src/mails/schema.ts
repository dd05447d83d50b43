import { z } from 'zod';

/** How a hub's mail goes out and looks. */
export const mailSettingsSchema = z
  .strictObject({
    enabled: z.boolean().default(true).meta({ description: 'Off: nothing goes out' }),
    dryRun: z.boolean().default(false).meta({ description: 'Mails are written and none goes out' }),
    from: z.strictObject({ name: z.string().min(1).max(100), email: z.email().max(254) }).optional(),
    replyTo: z.email().max(254).optional(),
    logoUrl: z
      .url({ protocol: /^https$/ })
      .max(500)
      .optional(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .default('#00707a'),
    postalAddress: z.string().max(300).optional(),
  })
  .meta({ id: 'MailSettings' });

export type MailSettings = z.output<typeof mailSettingsSchema>;
