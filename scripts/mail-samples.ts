/**
 * Writes each kind of mail in all nine languages into a folder, to be looked at:
 * `node --conditions=@kopru/source scripts/mail-samples.ts <folder>`.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMatcher } from '@kopru/model';
import { hubSettingsSchema, type Kind, mailSettingsSchema } from '@kopru/sdk/schema';
import { LOCALES, type Locale } from '@kopru/sdk/strings';
import { demoProfiles } from '../packages/api/demo/profiles.ts';
import type { Decided } from '../packages/api/src/mails/applications/notices.ts';
import { applicationPage } from '../packages/api/src/mails/applications/page.ts';
import { type ComposeContext, subscriberFooter } from '../packages/api/src/mails/context.ts';
import type { Selected } from '../packages/api/src/mails/digest/item.ts';
import { digestPage, nothingPage } from '../packages/api/src/mails/digest/page.ts';
import { finish, written } from '../packages/api/src/mails/finish.ts';
import { introductionPage, type Told } from '../packages/api/src/mails/introductions/page.ts';
import type { Message } from '../packages/api/src/mails/message.ts';
import { confirmationPage, testPage } from '../packages/api/src/mails/short-pages.ts';
import { toCard } from '../packages/api/src/matches/card.ts';
import { inWords } from '../packages/api/src/matches/sentences.ts';

/** A sample by its name, such as `digest`. */
export type Samples = Readonly<Record<string, Pick<Message, 'subject' | 'html' | 'text' | 'lang'>>>;

/** For whom the samples are: an investor of the demo hub with many matches. */
const READER = { kind: 'investor', index: 3 } as const;
const KEYRING = '{"current":"1","keys":{"1":"bG9jYWwgb25seTogbm90IGEgc2VjcmV0LCBqdXN0IDE="}}';
const NOW = new Date('2026-11-27T08:00:00Z');

/** Each kind of mail in a language. @param find matches with their sentences, best first. */
async function samplesIn(locale: Locale, { reader, find }: Awaited<ReturnType<typeof demo>>): Promise<Samples> {
  const context = contextOf(locale, reader);
  const { name } = reader;
  const matches = await find(locale);
  const [first] = matches;
  if (!first) throw new Error('the reader of the samples has no matches');
  const { footer, unsubscribeUrl } = await subscriberFooter(context, name);
  const frame = { context, profile: name, footer };
  const of = (page: Parameters<typeof written>[0]) => finish(context, page, 'sample', unsubscribeUrl);
  const news = matches
    .slice(0, 3)
    .map((match, i): Selected => (i === 1 ? { match, before: match.score - 14 } : { match }));
  const digest = async (items: readonly Selected[]) => of((await digestPage(frame, 'mail_1', items)).page);
  const told = (event: Told['event'], asks: boolean): Told => ({
    view: {
      id: 'int_1',
      state: 'requested',
      from: { kind: READER.kind, id: reader.id },
      to: { kind: first.kind, id: first.id },
      message: MESSAGE,
      lang: 'tr',
      createdAt: '2026-11-20T09:00:00.000Z',
      expiresAt: '2026-12-20T09:00:00.000Z',
      decidedAt: null,
    },
    other: {
      kind: first.kind,
      id: first.id,
      card: first.card,
      contact: { name: 'Gülşən Ağayeva', email: 'gulsen@startup.example', phone: '+994 50 123 45 67' },
    },
    asks,
    event,
    profile: name,
  });
  const introduction = async (event: Told['event'], asks: boolean) =>
    of(await introductionPage(context, told(event, asks), footer));
  const asStartup = { ...context, subscription: { ...context.subscription, kind: 'startup' as const } };
  const application = (state: Decided, programme: string | undefined, stage: string | null) =>
    of(applicationPage(context, { ...APPLICATION, state, programme, stage }, footer));
  return {
    digest: await digest(news),
    'digest-one': await digest(news.slice(0, 1)),
    'digest-better': await digest(news.slice(1, 2)),
    'digest-twenty': await digest(matches.slice(0, 20).map((match) => ({ match }))),
    'digest-nothing': of(nothingPage(frame)),
    confirmation: written(await confirmationPage(context, name)),
    'confirmation-startup': written(await confirmationPage(asStartup, 'Topraq')),
    'introduction-requested': await introduction('requested', false),
    'introduction-reminder': await introduction('reminder', false),
    'introduction-accepted': await introduction('accepted', true),
    'introduction-accepted-by-you': await introduction('accepted', false),
    'introduction-declined': await introduction('declined', true),
    'introduction-expired': await introduction('expired', true),
    'application-admitted': application('admitted', PROGRAMME, 'Pilot'),
    'application-declined': application('declined', PROGRAMME, null),
    'application-withdrawn': application('withdrawn', undefined, null),
    'application-alumni': application('alumni', PROGRAMME, 'İlk satış'),
    test: written(testPage(context, locale)),
  };
}

const MESSAGE =
  'Merhaba, tuzlanma haritanız tam da aradığımız şey.\nİki pilot çiftlikle başlamak isteriz; önümüzdeki hafta yarım saat görüşebilir miyiz?';

const PROGRAMME = 'Xəzər Aqro Akselerator: suvarma və torpaq üçün on iki həftə';
const APPLICATION = { profile: 'Topraq', call: 'Yaz 2027' };

const contextOf = (locale: Locale, reader: { readonly id: string }): ComposeContext => ({
  env: { KOPRU_KEYRING: KEYRING, KOPRU_ORIGIN: 'https://kopru.example' } as ComposeContext['env'],
  // The pages of samples are made from what is given: nothing is read.
  db: undefined as unknown as ComposeContext['db'],
  hub: {
    id: 'demo',
    name: 'Turan Hub',
    country: 'KZ',
    settings: hubSettingsSchema.parse({}),
    sequence: 1,
    createdAt: NOW.toISOString(),
  },
  settings: mailSettingsSchema.parse({ postalAddress: 'Mäñgilik El 55, Astana' }),
  subscription: {
    id: 'sub_1',
    hub_id: 'demo',
    kind: READER.kind,
    profile_id: reader.id,
    email: 'aida@fund.example',
    email_key: 'aida@fund.example',
    name: 'Aida Serikova',
    seeks: null,
    locale,
    time_zone: 'Asia/Almaty',
    frequency: 'weekly',
    weekday: 1,
    hour: 8,
    min_score: 50,
    max_items: 20,
    digest: 1,
    introduction: 1,
    reminder: 1,
    application: 1,
    nothing_new: 1,
    state: 'confirmed',
    next_at: null,
    created_at: NOW.toISOString(),
    confirmed_at: NOW.toISOString(),
    ended_at: null,
    updated_at: NOW.toISOString(),
  },
  now: NOW,
});

/** The demo profiles in a matcher, and the matches of the reader. */
async function demo() {
  const profiles = demoProfiles();
  const readers = profiles.filter(({ kind }) => kind === READER.kind);
  const reader = readers[READER.index] as (typeof readers)[number];
  const sought = profiles.filter(({ kind }) => kind !== READER.kind).slice(0, 120);
  const cards = new Map(sought.map((one) => [one.id, toCard(one as Parameters<typeof toCard>[0])]));
  const matcher = await createMatcher();
  for (const { kind, id, profile } of sought) await matcher.add(kind, id, profile);
  const { matches } = await matcher.match({ kind: reader.kind, profile: reader.profile }, { limit: 20 });
  return {
    reader: { id: reader.id, name: (reader.profile as { name: string }).name },
    find: async (locale: Locale) =>
      matches.map((match, i) => ({
        kind: match.kind as Kind,
        id: match.id,
        card: cards.get(match.id),
        rank: i + 1,
        ...inWords(locale).match(match),
      })) as unknown as Selected['match'][],
  };
}

/** Each kind of mail, by language. */
export async function mailSamples(): Promise<Readonly<Record<Locale, Samples>>> {
  const shown = await demo();
  const samples = await Promise.all(LOCALES.map(async (locale) => [locale, await samplesIn(locale, shown)] as const));
  return Object.fromEntries(samples) as Record<Locale, Samples>;
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Give the folder to write to.');
  for (const [locale, samples] of Object.entries(await mailSamples())) {
    await mkdir(join(folder, locale), { recursive: true });
    for (const [name, { subject, html, text }] of Object.entries(samples)) {
      await writeFile(join(folder, locale, `${name}.html`), html);
      await writeFile(join(folder, locale, `${name}.txt`), `${subject}\n\n${text}`);
    }
  }
}
