/**
 * Reports that come as mail: delivery status notifications (RFC 3464) and complaints in the Abuse Reporting Format
 * (RFC 5965). Their texts, in any language, are for people and are not read; their fields are.
 *
 * @module
 */
import PostalMime, { type Email } from 'postal-mime';
import { isOfAddress, type Report } from './report.ts';

/** Most levels of parts and bytes of headers of a mail that is read. */
const LIMITS = { maxNestingDepth: 16, maxHeadersSize: 256 * 1024 } as const;

/** Most characters of a part that are read, and names of a mail that are looked up. */
const MOST_READ = 64 * 1024;
const MOST_NAMES = 5;

/** A Message-ID of ours. One that a transport made may be guessed, and proves nothing where a mail says it. */
const OURS = /^mail_[\w-]{1,64}@/;

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
const ORIGINAL_TYPES = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/** Complaints of a reader. Other feedback (`not-spam`, `auth-failure`, `virus`) says nothing about wanting the mail. */
const COMPLAINTS = ['abuse', 'fraud'];

/**
 * Reads a mail that came in.
 *
 * @returns undefined where it is no report, such as an automatic reply, or one of a delay or a success.
 * @throws {Error} where it is no mail that can be read.
 */
export async function readReport(raw: ArrayBuffer | Uint8Array): Promise<Report | undefined> {
  const mail = await PostalMime.parse(raw, {
    ...LIMITS,
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  });
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (!/^multipart\/report\b/i.test(type)) return undefined;
  const names = namesIn(mail);
  const [status] = partsOf(mail, STATUS_TYPES);
  if (status !== undefined) return bounceOf(status, names);
  const [feedback] = partsOf(mail, ['message/feedback-report']);
  return feedback === undefined ? undefined : complaintOf(feedback, names);
}

const partsOf = (mail: Email, types: readonly string[]): string[] =>
  mail.attachments.filter(({ mimeType }) => types.includes(mimeType)).map(({ content }) => String(content));

/** Our mails have one recipient each, so that one group of fields that tells of a failure is the whole of it. */
function bounceOf(status: string, names: readonly string[]): Report | undefined {
  const failed = groupsOf(status).find((group) => group.get('action')?.toLowerCase() === 'failed');
  if (!failed) return undefined;
  const code = /^[245]\.\d{1,3}\.\d{1,3}\b/.exec(failed.get('status') ?? '')?.[0];
  return { type: 'bounced', names, isPermanent: code !== undefined && isOfAddress(code), reason: code };
}

function complaintOf(feedback: string, names: readonly string[]): Report | undefined {
  const type = groupsOf(feedback)[0]?.get('feedback-type')?.toLowerCase();
  if (type === undefined || !COMPLAINTS.includes(type)) return undefined;
  return { type: 'complained', names, isPermanent: true, reason: type };
}

/** Our Message-ID of the mail that came back, and those that the report answers, for servers that attach none. */
function namesIn(mail: Email): string[] {
  const attached = partsOf(mail, ORIGINAL_TYPES).map((part) => groupsOf(part)[0]?.get('message-id'));
  const found = [...attached, mail.inReplyTo, mail.references].flatMap((text) => text?.split(/[\s<>]+/) ?? []);
  return [...new Set(found.filter((name) => OURS.test(name)))].slice(0, MOST_NAMES);
}

/** Fields in groups that an empty line divides, by their names in small letters; of two of one name the first. */
function groupsOf(text: string): Map<string, string>[] {
  return text
    .slice(0, MOST_READ)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+/, '')
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
        if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim());
      }
      return fields;
    });
}
