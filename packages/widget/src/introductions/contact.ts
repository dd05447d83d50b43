import type { IntroductionView } from '@kopru/sdk/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.ts';

export type Contact = NonNullable<IntroductionView['from']['contact']>;

/** How to reach somebody; nothing that is no address or number becomes a link. */
export function contactBlock(contact: Contact | undefined, view: View): TemplateResult {
  const { own } = view;
  const { name, email, phone } = contact ?? {};
  if (!name && !email && !phone) return html`<p class="hint" tabindex="-1" data-first>${own.noContacts}</p>`;
  const row = (label: string, value: string | undefined, link?: string) =>
    value
      ? html`<div><dt>${label}</dt><dd>${link ? html`<a part="link" href=${link} rel="noopener">${value}</a>` : value}</dd></div>`
      : nothing;
  return html`<h4 tabindex="-1" data-first>${own.contacts}</h4>
    <dl class="contact" part="contact">
      ${row(own.contact.name, name)} ${row(own.contact.email, email, mailLink(email))}
      ${row(own.contact.phone, phone, phoneLink(phone))}
    </dl>`;
}

/** Undefined for what is no plain address: a `?` would add fields to the letter. */
export const mailLink = (email = ''): string | undefined =>
  /^[^\s@?&/:<>"'%]+@[^\s@?&/:<>"'%]+$/.test(email) ? `mailto:${email}` : undefined;

/** Undefined for what is no telephone number. */
export const phoneLink = (phone = ''): string | undefined =>
  /^\+?[\d\s().-]{3,40}$/.test(phone) && /\d{3}/.test(phone.replaceAll(/\D/g, ''))
    ? `tel:${phone.replaceAll(/[^\d+]/g, '')}`
    : undefined;
