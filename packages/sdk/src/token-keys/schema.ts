import { z } from 'zod';
import { pageSchema } from '../page.ts';

const base64url = (minimum: number, maximum: number) =>
  z
    .string()
    .min(minimum)
    .max(maximum)
    .regex(/^(?:[A-Za-z0-9_-]{4})*[A-Za-z0-9_-]{2,4}$/, 'must be base64url without padding');

/** The public half of an Ed25519 key. The private half (`d`) is refused: it must not leave the hub's server. */
const publicKeySchema = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: base64url(43, 43),
    kid: z.string().max(128).optional(),
    alg: z.string().max(20).optional(),
    use: z.literal('sig').optional(),
  })
  .meta({ id: 'PublicKey', description: 'JWK (RFC 8037) of an Ed25519 public key; never with its private part `d`' });

/** A key with which a hub's backend signs viewer tokens. */
export const tokenKeyInputSchema = z
  .discriminatedUnion('alg', [
    z.strictObject({ alg: z.literal('EdDSA'), publicKey: publicKeySchema }),
    z.strictObject({
      alg: z.literal('HS256'),
      secret: base64url(43, 684).meta({
        description: '32 to 512 random bytes in base64url; kept encrypted, never shown',
      }),
    }),
  ])
  .meta({
    id: 'TokenKeyInput',
    example: {
      alg: 'EdDSA',
      publicKey: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    },
  });

export type TokenKeyInput = z.output<typeof tokenKeyInputSchema>;

/** Names a token key in the header of the tokens that it signs. */
export const kidSchema = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of A–Z a–z 0–9 . _ -')
  .meta({ example: '2026-11' });

export const tokenKeySchema = z
  .object({
    kid: kidSchema,
    alg: z.enum(['EdDSA', 'HS256']),
    publicKey: publicKeySchema.optional().meta({ description: 'Of an EdDSA key' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'TokenKey' });

export type TokenKey = z.output<typeof tokenKeySchema>;

export const tokenKeyPageSchema = pageSchema(tokenKeySchema, 'TokenKeyPage');
