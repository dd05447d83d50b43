import { createHmac, randomBytes } from 'node:crypto';
import type { Kopru, ProfileInput } from '@kopru/sdk';
import { startHub } from '../../../scripts/local-hub.ts';
import { startSite } from './site.ts';

const HUB = 'widget';
const KID = '2026-11';

export interface ConnectedSite {
  readonly url: string;
  readonly api: string;
  /** The hub's own server. */
  readonly kopru: Kopru;
  /** The address of the page for a member, such as `startup:s-1`. */
  page(who: string, query?: Record<string, string>): string;
  /** The same of a page that has the script from the API, and no other. */
  scriptPage(who: string, query?: Record<string, string>): string;
  stop(): Promise<void>;
}

/**
 * The built API with one hub, and the site of that hub with its publishable key and its token key.
 *
 * @param limit requests of a key in a minute. @default those of wrangler.toml
 */
export async function startConnectedSite(limit?: number): Promise<ConnectedSite> {
  const [{ kopru, url: api, stop }, site] = await Promise.all([startHub({ id: HUB, limit }), startSite()]);
  const secret = randomBytes(32);
  await kopru.tokenKeys.put(KID, { alg: 'HS256', secret: secret.toString('base64url') });
  const publishable = await kopru.keys.create({ kind: 'publishable', name: 'Site', origins: [site.url] });
  site.connectTo({ api, key: publishable.key, sign: (who, expired) => sign(secret, who, expired) });
  return {
    url: site.url,
    api,
    kopru,
    page: (who, query = {}) => `${site.url}/hub?${new URLSearchParams({ who, ...query })}`,
    scriptPage: (who, query = {}) => `${site.url}/script?${new URLSearchParams({ who, ...query })}`,
    async stop() {
      site.close();
      await stop();
    },
  };
}

/** A viewer token as a hub's backend signs it; one that has run out was issued an hour ago. */
function sign(secret: Buffer, who: string, expired: boolean): string {
  const now = Math.floor(Date.now() / 1000) - (expired ? 3600 : 0);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = encode({ alg: 'HS256', kid: KID });
  const body = encode({ iss: HUB, aud: 'local', sub: who, iat: now, exp: now + 600 });
  const signature = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}

export const STARTUP: ProfileInput<'startup'> = {
  name: 'Топырақ',
  pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.',
  lang: 'kk',
  stage: 'seed',
  country: 'KZ',
  languages: ['kk', 'ru'],
  raise: { amount: 250_000, currency: 'USD', instrument: 'equity' },
  sectors: ['irrigation'],
  contact: { name: 'Айгүл', email: 'aigul@startup.example', phone: '+7 701 000 00 00' },
  consent: { matching: true },
};

export const INVESTOR: ProfileInput<'investor'> = {
  name: 'Muğan Fondu',
  thesis: 'Şoranlaşma əkin yerlərini sıradan çıxarır. Münbitliyi qaytaran komandaları maliyyələşdiririk.',
  lang: 'az',
  type: 'fund',
  country: 'AZ',
  stages: ['seed'],
  sectors: ['irrigation', 'agrifood'],
  ticket: { min: 50_000, max: 400_000, currency: 'USD' },
  contact: { name: 'Ayla', email: 'ayla@fund.example' },
  consent: { matching: true },
};
