import type { IntroductionView } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import { html } from 'hono/html';
import { ApiError } from '../../errors.ts';
import { find, present } from '../../introductions/service.ts';
import { ring } from '../../jobs/doorbell.ts';
import { wordsFor } from '../context.ts';
import { nameOf } from '../digest/item.ts';
import { answerIntroduction } from '../introductions/answer.ts';
import { aboutCard } from './about.ts';
import { form, problemView, type View } from './layout.ts';
import { actorOf, type Opened, type Purpose, words } from './purpose.ts';

const STATES = { accept: 'accepted', decline: 'declined' } as const;

/** Answers a request to meet, as the owner of the profile that was asked. */
export const introduction: Purpose = {
  show,
  act: async (opened) => {
    const { db, hub, subscription, link, now, env, defer } = opened;
    const { introduction: id, action } = link;
    if (subscription.state !== 'confirmed' || !id || !action) return show(opened);
    try {
      await answerIntroduction(db, hub, subscription, { introduction: id, action }, now);
    } catch (error) {
      // The page says how it stands.
      if (!(error instanceof ApiError && ['conflict', 'forbidden', 'not_found'].includes(error.code))) throw error;
      return show(opened, error.code === 'conflict');
    }
    defer(Promise.all([ring(env, 'deliver-webhooks'), ring(env, 'deliver-mails')]));
    return show(opened);
  },
};

/** @param isRefused whether the answer was just refused because of the state. */
async function show(opened: Opened, isRefused = false): Promise<View> {
  const { subscription, link } = opened;
  const { locale } = subscription;
  if (subscription.state !== 'confirmed') return problemView(locale, 'inactive');
  const view = await asked(opened);
  if (!view || !link.action) return problemView(locale, 'matchGone');
  if (view.state === STATES[link.action]) return done(opened, view);
  if (view.state !== 'requested' || isRefused) return problemView(locale, 'changed');
  return view.from.card ? question(opened, view, view.from.card) : problemView(locale, 'matchGone');
}

/** The request as the owner of the profile reads it; undefined when it was not made to this profile. */
async function asked({ db, hub, subscription, link }: Opened): Promise<IntroductionView | undefined> {
  const viewer = { kind: subscription.kind, id: subscription.profile_id };
  const caller = { hub, viewer, actor: actorOf(subscription) };
  const [found, roles] = await find(db, caller, link.introduction ?? '').catch((error) => {
    if (error instanceof ApiError && error.code === 'not_found') return [];
    throw error;
  });
  if (!found || !roles?.includes('asked')) return undefined;
  const [view] = await present(db, caller, [found]);
  return view;
}

function question(opened: Opened, view: IntroductionView, card: NonNullable<IntroductionView['from']['card']>): View {
  const { subscription, link } = opened;
  const { introduction: own } = words(opened);
  const { introduction: mail, introductionActions } = wordsFor(opened);
  const action = link.action ?? 'accept';
  const to = createFormatter(LOCALE_STRINGS[subscription.locale]);
  return {
    title: own[action](nameOf(card)),
    body: html`${aboutCard(subscription.locale, view.from.kind, card)}${
      view.message &&
      html`<p class="soft">${mail.message}</p><blockquote lang="${view.lang ?? ''}">${view.message}</blockquote>`
    }<p>${action === 'accept' ? mail.contactsLater : own.declineHint} ${mail.answerBy(to.date(view.expiresAt.slice(0, 10)))}</p>${form(
      html`<button class="main">${introductionActions[action]}</button>`,
    )}`,
  };
}

function done(opened: Opened, { state, from }: IntroductionView): View {
  const { introduction: own } = words(opened);
  const { introduction: mail } = wordsFor(opened);
  const name = from.card ? nameOf(from.card) : mail.hidden;
  if (state === 'declined') return { title: own.declined(name), body: html`<p>${own.declineHint}</p>` };
  const contacts = opened.subscription.introduction ? ` ${own.contactsMailed}` : '';
  return { title: mail.accepted(name), body: html`<p>${mail.youAccepted(name)} ${own.contacts}${contacts}</p>` };
}
