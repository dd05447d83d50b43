/**
 * Headers of a mail (RFC 5322), in ASCII.
 *
 * @module
 */
import { asciiAddress } from '../../lib/email-key.ts';
import type { Address } from '../message.ts';
import type { Outgoing } from './mailer.ts';

/** Bytes of an encoded word: with its frame and the name of a header before it the line has less than 76 characters. */
const WORD = 39;

/** A text without what could end a header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/**
 * A text of a header: as it is where it is short ASCII, else in encoded words of RFC 2047, none of which splits a
 * character. What could end the header is a space.
 */
export function encodeText(text: string): string {
  const line = oneLine(text);
  if (line.length <= 60 && /^[\x20-\x7e]*$/.test(line) && !line.includes('=?')) return line;
  const encoder = new TextEncoder();
  const words: Uint8Array[] = [];
  let word: number[] = [];
  for (const character of line) {
    const bytes = encoder.encode(character);
    if (word.length + bytes.length > WORD) {
      words.push(Uint8Array.from(word));
      word = [];
    }
    word.push(...bytes);
  }
  words.push(Uint8Array.from(word));
  return words.map((bytes) => `=?UTF-8?B?${btoa(String.fromCharCode(...bytes))}?=`).join('\r\n ');
}

/** An address with its name. @throws {RangeError} on one that mail cannot reach. */
export function encodeAddress({ email, name }: Address): string {
  const address = asciiOf(email);
  if (!name) return address;
  const text = encodeText(name);
  // Encoded words may not stand in quotes, and anything else may hold what ends a phrase.
  return `${text.startsWith('=?') ? text : `"${text.replace(/["\\]/g, '\\$&')}"`} <${address}>`;
}

/** @throws {RangeError} on an address that mail cannot reach. */
export function asciiOf(email: string): string {
  const address = asciiAddress(email);
  if (address === undefined) throw new RangeError('an address that mail cannot reach');
  return address;
}

/** Headers by which a mailbox sorts a mail and lets its reader say stop (RFC 2369, 2919, 3834 and 8058). */
export const listHeaders = ({ message: { unsubscribeUrl, listId, lang } }: Outgoing): Record<string, string> => ({
  ...(unsubscribeUrl && {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
  ...(listId && { 'List-Id': `<${listId}>` }),
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'Content-Language': lang,
});

/** @param host of the deployment, with which the id of a mail is its Message-ID. */
const messageId = (id: string, host: string): string => `<${id}@${host}>`;

/** All headers but those of the body. */
export const headersOf = (mail: Outgoing, host: string): Record<string, string> => ({
  From: encodeAddress(mail.from),
  To: encodeAddress(mail.message.to),
  ...(mail.message.replyTo && { 'Reply-To': encodeAddress(mail.message.replyTo) }),
  Subject: encodeText(mail.message.subject),
  Date: mail.date.toUTCString().replace('GMT', '+0000'),
  'Message-ID': messageId(mail.id, host),
  // Campaign, customer, type and sender, as Gmail's Postmaster Tools read it.
  'Feedback-ID': `${mail.notice}:${mail.hub}:mail:kopru`,
  ...listHeaders(mail),
});
