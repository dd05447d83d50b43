import { Kopru } from '@kopru/sdk';
import { startHub } from '../../../scripts/local-hub.ts';
import { INVESTOR, STARTUP } from './hub.ts';
import { startSite } from './site.ts';

/** Startups of one hub, and investors of the other. */
export const MEMBERS = 5;
/** Introductions: enough that those which were accepted may be told. */
export const ASKED = 10;
export const ACCEPTED = 5;

const CONSENT = {
  hubs: 'all',
  releaseText: true,
  text: { version: '2026-11', language: 'kk' },
  givenBy: 'The founder',
  method: 'form',
} as const;

export interface ExchangeSite {
  readonly api: string;
  /** The address of a page without any member. @param query `lang`, `tags` and such. */
  page(query?: Record<string, string>): string;
  stop(): Promise<void>;
}

/** The built API with a Kazakh and an Azerbaijani hub that exchange cards and have met, and a site. Stop it after use. */
export async function startExchangeSite(): Promise<ExchangeSite> {
  const [{ kopru: kz, url: api, operatorKey, stop }, site] = await Promise.all([startHub({ id: 'kz' }), startSite()]);
  site.connectTo({ api, key: '', sign: () => '' });
  const { hubs } = new Kopru({ apiKey: operatorKey, baseUrl: api });
  const { key } = await hubs.create({ id: 'az', name: 'az', country: 'AZ' });
  await exchange(kz, new Kopru({ apiKey: key.key, baseUrl: api }));
  return {
    api,
    page: (query = {}) => `${site.url}/hub?${new URLSearchParams({ tags: 'corridors', ...query })}`,
    async stop() {
      site.close();
      await stop();
    },
  };
}

async function exchange(kz: Kopru, az: Kopru): Promise<void> {
  for (const kopru of [kz, az]) await kopru.hub.update({ settings: { exchange: { enabled: true } } });
  await az.agreements.accept((await kz.agreements.propose({ partner: 'az' })).id);
  await az.corridors.open('KZ');
  await kz.corridors.open('AZ');
  for (let i = 0; i < MEMBERS; i++) {
    await kz.startups.upsert(`s-${i}`, { ...STARTUP, name: `Startup ${i}` });
    await kz.consents.record({ kind: 'startup', id: `s-${i}` }, CONSENT);
    await az.investors.upsert(`i-${i}`, { ...INVESTOR, name: `Fund ${i}` });
    await az.consents.record({ kind: 'investor', id: `i-${i}` }, CONSENT);
  }
  const { matches } = await az.matches.list({ kind: 'investor', id: 'i-0' });
  const pairs = matches.flatMap(({ id }) => Array.from({ length: MEMBERS }, (_, i) => ({ id, fund: `i-${i}` })));
  for (const { id, fund } of pairs.slice(0, ASKED)) {
    const request = {
      from: { kind: 'investor', id: fund },
      to: { kind: 'startup', id },
      message: 'Tanış olaq',
    } as const;
    await az.introductions.ask(request);
  }
  const { items } = await kz.introductions.list({ limit: ACCEPTED });
  for (const { id } of items) await kz.introductions.accept(id);
}
