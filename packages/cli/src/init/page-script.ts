/**
 * What `kopru init page` puts beside a page: the widget, and the viewer tokens that it asks for, which the
 * site's own server signs. It serves every element of Köprü in the page that has a `data-token`.
 *
 * @module
 */
import '@kopru/widget/define';
import type { TokenEvent } from '@kopru/widget';

document.addEventListener('kopru-token', (event) => {
  const path = (event.target as HTMLElement).dataset.token;
  if (path !== undefined) (event as TokenEvent).respondWith(fetchToken(path));
});

/** The token of who is logged in; '' where nobody is. */
async function fetchToken(path: string): Promise<string> {
  const response = await fetch(path, { method: 'POST' });
  if (response.status === 401) return '';
  if (!response.ok) throw new Error(`${path} answered ${response.status} in place of a viewer token`);
  return response.text();
}
