/**
 * Viewer tokens: JWTs that a hub's backend signs for the owner of one profile.
 *
 * @module
 */
import { KIND_NAMES, type Kind } from '@kopru/sdk/schema';
import { base64url, decodeProtectedHeader, errors, importJWK, jwtVerify } from 'jose';
import { ApiError } from '../errors.ts';
import { unseal } from './seal.ts';

/** Longest life of a token, in seconds. */
const LONGEST_LIFE = 15 * 60;
/** How far the clocks of hub and deployment may differ, in seconds. */
const CLOCK_TOLERANCE = 30;

/** A key of a hub as it is stored: a public JWK, or a sealed secret in base64url. */
export interface TokenKeyMaterial {
  readonly alg: 'EdDSA' | 'HS256';
  readonly material: string;
}

/** For what the material of an HS256 key is sealed. */
export const sealContext = (hubId: string, kid: string): string => `token-key:${hubId}:${kid}`;

/**
 * The profile that a token speaks for. The algorithm is that of the key with the token's `kid`,
 * whatever the token says.
 *
 * @throws {ApiError} `viewer_token_expired`, or `viewer_token_invalid` with the rule that is broken.
 */
export async function readViewerToken(
  token: string,
  {
    findKey,
    hubId,
    deployment,
    keyring,
    now,
  }: {
    findKey: (kid: string) => Promise<TokenKeyMaterial | null>;
    hubId: string;
    deployment: string;
    keyring: string;
    now: Date;
  },
): Promise<{ kind: Kind; id: string }> {
  const kid = kidOf(token);
  const row = await findKey(kid);
  if (!row) throw unsigned();
  const key =
    row.alg === 'HS256'
      ? base64url.decode(await unseal(keyring, sealContext(hubId, kid), row.material))
      : await importJWK(JSON.parse(row.material), row.alg);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [row.alg],
      issuer: hubId,
      audience: deployment,
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: now,
    });
    const { sub, iat = 0, exp = 0 } = payload;
    if (exp - iat > LONGEST_LIFE) throw invalid(`exp must be at most ${LONGEST_LIFE} seconds after iat.`);
    if (iat > now.getTime() / 1000 + CLOCK_TOLERANCE) throw invalid('iat lies in the future.');
    return profileOf(sub);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new ApiError('viewer_token_expired', 'Ask the hub for a new one.');
    if (error instanceof errors.JWTClaimValidationFailed)
      throw invalid(`The claim "${error.claim}" is missing or not the one expected.`);
    if (error instanceof errors.JOSEError) throw unsigned();
    throw error;
  }
}

function kidOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid === 'string' && kid !== '') return kid;
  } catch {
    throw invalid('It is not a JWT.');
  }
  throw invalid('Its header has no kid.');
}

/** `startup:agri-17` */
function profileOf(sub: unknown): { kind: Kind; id: string } {
  const [kind = '', id = '', ...rest] = typeof sub === 'string' ? sub.split(':') : [];
  if (!(KIND_NAMES as string[]).includes(kind) || id === '' || rest.length > 0)
    throw invalid(`sub must be a kind and an id, such as "${KIND_NAMES[0]}:agri-17".`);
  return { kind: kind as Kind, id };
}

const invalid = (detail: string): ApiError => new ApiError('viewer_token_invalid', detail);

/** One answer for an unknown kid and a bad signature: a stranger does not learn which kids there are. */
const unsigned = (): ApiError => invalid('No token key of this hub signed it.');
