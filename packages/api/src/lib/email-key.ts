/**
 * An address as mail servers know it: with the domain in ASCII.
 *
 * @returns undefined when it is no address that mail reaches over servers without SMTPUTF8 (RFC 6531): a
 *   local part beyond ASCII, or a domain that is none.
 */
export function asciiAddress(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), asciiDomain(email.slice(at + 1))];
  return at > 0 && domain !== undefined && LOCAL.test(local) ? `${local}@${domain}` : undefined;
}

/**
 * An address in the form in which two are compared. A local part is compared without its case, though RFC 5321
 * lets a server tell "Aida" from "aida", since none does.
 *
 * @returns undefined where there is no {@link asciiAddress}.
 */
export const emailKey = (email: string): string | undefined => asciiAddress(email)?.toLowerCase();

/** Dot-atom of RFC 5322, of at most 64 characters (RFC 5321). A quoted local part is refused: nobody has one. */
const LOCAL = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** A domain as the DNS knows it (IDNA, as WHATWG URL has it); undefined when it is no name with a dot. */
function asciiDomain(domain: string): string | undefined {
  if (/[\s/?#@:\\[\]%]/.test(domain)) return undefined;
  try {
    const { hostname } = new URL(`https://${domain}`);
    return /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(hostname)
      ? hostname
      : undefined;
  } catch {
    return undefined;
  }
}
