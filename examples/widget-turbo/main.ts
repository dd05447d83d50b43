import '@hotwired/turbo';
import '@kopru/widget/define';
import type { SaveEvent, TokenEvent } from '@kopru/widget';

const hub = await fetch('/kopru.json').then((answer) => answer.json());

// Turbo swaps the body and keeps this script: it listens at the document, and connects the elements of each page
// that is shown. A server that knows address and key writes them into the page instead.
const connect = () => {
  for (const element of document.querySelectorAll('kopru-matches, kopru-introductions')) Object.assign(element, hub);
};
document.addEventListener('turbo:render', connect);
connect();

document.addEventListener('kopru-token', (event) => {
  (event as TokenEvent).respondWith(fetch('/viewer-token').then((answer) => answer.text()));
});

const saved: string[] = [];
document.addEventListener('kopru-save', (event) => {
  saved.push((event as SaveEvent).detail.match.card.name);
  const status = document.querySelector('[role="status"]');
  if (status) status.textContent = `Saved: ${saved.join(', ')}`;
});

document.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement && target.closest('main')) document.documentElement.lang = 'kk';
});
