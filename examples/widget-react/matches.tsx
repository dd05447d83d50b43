import type { MatchesElement } from '@kopru/widget';
import { useState } from 'react';

/** The matches of who is logged in, and beside them what the page itself does with them. */
export function Matches({ api, publishableKey }: { api: string; publishableKey: string }) {
  const [lang, setLang] = useState('en');
  const [saved, setSaved] = useState<readonly string[]>([]);
  return (
    <>
      <h1>Matches</h1>
      <button type="button" onClick={() => setLang(lang === 'en' ? 'kk' : 'en')}>
        {lang === 'en' ? 'Қазақша' : 'In English'}
      </button>
      <p role="status">{saved.length > 0 && `Saved: ${saved.join(', ')}`}</p>
      <kopru-matches
        ref={(element: MatchesElement | null) => {
          if (element) element.key = publishableKey;
        }}
        api={api}
        lang={lang}
        onkopru-token={(event) => event.respondWith(fetch('/viewer-token').then((answer) => answer.text()))}
        onkopru-save={({ detail }) => setSaved((names) => [...names, detail.match.card.name])}
      />
    </>
  );
}
