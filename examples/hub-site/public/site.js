// All that this site's own script does for the elements: it fetches a token when they ask for one.
document.addEventListener('kopru-token', (event) => {
  if (document.body.dataset.signed === 'in')
    event.respondWith(fetch('/viewer-token').then((answer) => (answer.ok ? answer.text() : '')));
});

// A founder who has just saved a profile goes on to the matches.
document.addEventListener('kopru-profile-saved', () => {
  const next = document.querySelector('[data-after-saving]');
  if (next) next.hidden = false;
});
