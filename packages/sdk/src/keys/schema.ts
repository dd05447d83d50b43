import { z } from 'zod';
import { textSchema } from '../kinds/profile.ts';
import { pageSchema } from '../page.ts';

/** What a secret key may be allowed to do. */
export const SCOPES = [
  'profiles:read',
  'profiles:write',
  'matches:read',
  'matches:write',
  'introductions:read',
  'introductions:write',
  'exchange:read',
  'exchange:write',
  'webhooks:read',
  'webhooks:write',
  'hub:read',
  'hub:write',
] as const;

export type Scope = (typeof SCOPES)[number];

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a text is one origin as browsers send it, and one that nobody on the way can speak for. */
function isSafeOrigin(text: string): boolean {
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)));
}

const originSchema = z
  .string()
  .max(300)
  .refine(isSafeOrigin, {
    error: 'must be an exact origin such as https://hub.example; http is for localhost only',
    params: { rule: 'origin' },
  })
  .meta({ description: 'Scheme, host and port, as a browser sends it', example: 'https://hub.example' });

const name = textSchema(100).optional().meta({ description: 'What the key is for', example: 'Nightly import' });
const scopes = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length).meta({
  description:
    'What the key may do. `profiles:write` includes reading the profiles that it writes: a write answers the whole profile, with its contact',
});
const origins = z.array(originSchema).min(1).max(20);

/** A secret key for a server, or a publishable one for the pages of some origins. */
export const newKeySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('secret'), name, scopes }),
    z.strictObject({ kind: z.literal('publishable'), name, origins }),
  ])
  .meta({ id: 'NewKey', example: { kind: 'secret', name: 'Nightly import', scopes: ['profiles:write'] } });

export type NewKeyInput = z.output<typeof newKeySchema>;

/** What a key that the operator makes is called; it has every scope of its kind. */
export const keyNameSchema = z.strictObject({ name }).meta({ id: 'KeyName', example: { name: 'Backend' } });

const moment = (description: string) => z.iso.datetime().nullable().meta({ description });

/** A key without the key. */
export const keySchema = z
  .object({
    id: z.string().meta({ example: 'key_5f1c' }),
    kind: z.enum(['secret', 'publishable', 'operator']),
    name: z.string(),
    hint: z.string().meta({ description: 'The end of the key, by which its holder tells it from others' }),
    scopes: z.array(z.enum(SCOPES)).optional().meta({ description: 'Of a secret key' }),
    origins: z.array(z.string()).optional().meta({ description: 'Of a publishable key' }),
    createdAt: z.iso.datetime(),
    lastUsedAt: moment('Last use, to five minutes'),
    expiresAt: moment('When a key that was rolled stops working'),
    revokedAt: moment('When it was revoked'),
  })
  .meta({ id: 'Key' });

export type Key = z.output<typeof keySchema>;

export const keyPageSchema = pageSchema(keySchema, 'KeyPage');

export const createdKeySchema = keySchema
  .extend({
    key: z.string().meta({ description: 'The key itself. Shown this once and stored only as a hash' }),
  })
  .meta({ id: 'CreatedKey' });

export const rollSchema = z
  .strictObject({
    overlapHours: z.int().min(0).max(168).default(24).meta({ description: 'How long the old key still works' }),
  })
  .meta({ id: 'Roll', example: { overlapHours: 24 } });
