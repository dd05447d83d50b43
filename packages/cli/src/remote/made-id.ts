import { createHash } from 'node:crypto';

const LONGEST_SLUG = 40;

/**
 * An id that the API takes, for a profile whose file has none: of the name's Latin letters and digits,
 * and of a hash, since two names may differ in all others. The same name always gives the same id.
 */
export function madeId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return slug === '' ? hash : `${slug}-${hash}`;
}
