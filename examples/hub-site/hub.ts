import { Kopru, type KopruOptions } from '@kopru/sdk';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { MEMBERS } from './members.ts';

export interface HubOptions {
  /** Where the API is. */
  readonly api: string;
  /** The hub's secret key. It stays on this server. */
  readonly secretKey: NonNullable<KopruOptions['apiKey']>;
  /** Name of the deployment: the audience of its viewer tokens. */
  readonly deployment: string;
  /** Of the site's own pages. */
  readonly origin: string;
}

/** What the site needs of its hub. */
export interface ConnectedHub {
  readonly api: string;
  /** The one key that the pages hold. It opens nothing without a viewer token, but the search of visitors. */
  readonly publishableKey: string;
  /** Signs a token for the owner of a profile, such as `startup:s-1`. It lives ten minutes. */
  sign(member: string): Promise<string>;
}

/**
 * What a hub does once by hand, done anew at each start since this is an example: a key to sign with, a
 * publishable key for the site, the search of visitors, and a few members.
 */
export async function connectHub({ api, secretKey, deployment, origin }: HubOptions): Promise<ConnectedHub> {
  const kopru = new Kopru({ apiKey: secretKey, baseUrl: api });
  const { id: hub } = await kopru.hub.get();
  const kid = `site-${Date.now()}`;
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  await kopru.tokenKeys.put(kid, { alg: 'EdDSA', publicKey: { kty: 'OKP', crv: 'Ed25519', x } });
  const { key: publishableKey } = await kopru.keys.create({
    kind: 'publishable',
    name: 'Example site',
    origins: [origin],
  });
  await kopru.hub.update({ settings: { anonymousSearch: { enabled: true } } });
  for (const { kind, id, profile } of MEMBERS) {
    if (kind === 'startup') await kopru.startups.upsert(id, profile);
    else await kopru.investors.upsert(id, profile);
  }
  return {
    api,
    publishableKey,
    sign: (member) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(hub)
        .setAudience(deployment)
        .setSubject(member)
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(privateKey),
  };
}

/** What a script tag names. */
export interface Script {
  readonly src: string;
  readonly integrity: string;
}

/** The script that the deployment serves. A real site pastes the tag with the version that it has tried. */
export async function findScript(api: string): Promise<Script> {
  const base = `${api}/widget/0.1.0`;
  const answer = await fetch(`${base}/integrity.json`);
  if (!answer.ok) throw new Error(`${base}/integrity.json: HTTP ${answer.status}`);
  const hashes = (await answer.json()) as Record<string, string>;
  return { src: `${base}/kopru.js`, integrity: hashes['kopru.js'] ?? '' };
}
