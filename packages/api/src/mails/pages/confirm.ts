import { html } from 'hono/html';
import { wordsFor } from '../context.ts';
import { consent, refusalOf } from './consent.ts';
import { form, more, problemView, type View } from './layout.ts';
import { nextMail } from './next-mail.ts';
import { type Opened, type Purpose, pathTo, words } from './purpose.ts';

/** Says yes to mail, for an address that was subscribed. */
export const confirm: Purpose = {
  show,
  act: async (opened) => {
    if (opened.subscription.state !== 'pending') return show(opened);
    const subscription = await consent(opened);
    return subscription ? show({ ...opened, subscription }) : problemView(opened.subscription.locale, 'gone');
  },
};

async function show(opened: Opened): Promise<View> {
  const { subscription, hub, profile } = opened;
  const { confirm: own, back } = words(opened);
  const { confirmation, footer } = wordsFor(opened);
  if (subscription.state === 'ended') return problemView(subscription.locale, 'inactive');
  if (subscription.state === 'confirmed')
    return {
      title: own.done,
      body: html`<p>${own.doneLead(hub.name, profile)}</p>${nextMail(opened)}${more([
        { url: await pathTo(opened, 'preferences'), label: footer.preferences },
      ])}`,
    };
  const refused = await refusalOf(opened);
  if (refused) return { status: 409, title: back.title, body: html`<p>${back.refused[refused]}</p>` };
  return {
    title: confirmation.title,
    body: html`<p>${confirmation.lead(hub.name, profile)}</p>${form(
      html`<button class="main">${confirmation.button}</button>`,
    )}<p class="hint">${own.notYou}</p>`,
  };
}
