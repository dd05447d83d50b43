/**
 * Where we let ourselves be sent. A name is judged before each attempt, not what it resolves to: a
 * name whose address is changed to a private one (DNS rebinding) is a risk that remains here, since
 * a Worker cannot see the address; on Cloudflare a Worker reaches no private network.
 *
 * @module
 */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Names that never lead out: RFC 6761, RFC 6762, RFC 8375 and `.internal` (ICANN, 2024). */
const PRIVATE_SUFFIXES = ['local', 'internal', 'localhost', 'home.arpa', 'invalid', 'test', 'onion'];

/**
 * What is wrong with the URL of an endpoint, in words that finish "url …"; undefined when nothing is.
 *
 * @param local whether loopback addresses are allowed, over http and on any port.
 */
export function refusal(text: string, local: boolean): string | undefined {
  const url = URL.parse(text);
  if (!url) return 'must be a URL';
  // The parser has made dotted decimal of every notation of an IPv4 address, and lower case of the name.
  const host = url.hostname.replace(/\.$/, '');
  if (local && LOOPBACK.includes(host) && /^https?:$/.test(url.protocol)) return undefined;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (url.port !== '') return 'must use port 443';
  if (url.username || url.password) return 'must hold no user name or password';
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return 'must name a host, not an address';
  if (!host.includes('.')) return 'must name a host with a domain';
  if (PRIVATE_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)))
    return 'must name a public host';
  return undefined;
}
