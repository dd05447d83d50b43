/**
 * The address of a result by the pattern of the host page, such as `/profiles/{kind}/{id}`.
 *
 * @param base what the pattern is relative to.
 * @returns undefined for what is no address of the web.
 */
export function linkTo(
  pattern: string,
  { kind, id }: { readonly kind: string; readonly id: string },
  base: string,
): string | undefined {
  if (!pattern.includes('{id}')) return undefined;
  const filled = pattern.replaceAll('{kind}', encodeURIComponent(kind)).replaceAll('{id}', encodeURIComponent(id));
  const url = URL.parse(filled, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
