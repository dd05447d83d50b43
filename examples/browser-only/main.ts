import '@kopru/widget/define';
import { isLocale, LOCALES, type Locale } from '@kopru/sdk/facets';
import type { MatchesElement } from '@kopru/widget';
import type { Answer, Request, Side } from './protocol.ts';
import { readRows } from './rows.ts';
import { INVESTORS, STARTUPS } from './samples.ts';

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const lists = { startup: find<HTMLTextAreaElement>('startups'), investor: find<HTMLTextAreaElement>('investors') };
const [startup, lang] = [find<HTMLSelectElement>('startup'), find<HTMLSelectElement>('lang')];
const [status, progress, results] = [find('status'), find<HTMLProgressElement>('progress'), find('results')];
const matches = document.querySelector('kopru-matches') as MatchesElement;

// The model works beside the page, which answers to its reader all the while.
const engine = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
const ask = (request: Request) => engine.postMessage(request);

function say(text: string, done?: number, total = 1): void {
  // Said once, and not with every step of the bar.
  if (status.textContent !== text) status.textContent = text;
  progress.hidden = done === undefined;
  progress.value = (done ?? 0) / total;
}

function mark(side: Side, wrong: string): void {
  const field = lists[side];
  find(`${field.id}-wrong`).textContent = wrong;
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

const askForList = () => ask({ type: 'list', startup: startup.selectedIndex, lang: lang.value as Locale });

find('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const rows = { startup: readRows(lists.startup.value), investor: readRows(lists.investor.value) };
  for (const side of ['startup', 'investor'] as const) mark(side, rows[side].length > 0 ? '' : 'No row yet.');
  if (rows.startup.length === 0 || rows.investor.length === 0) return;
  matches.state = 'loading';
  startup.replaceChildren(...rows.startup.map(({ name }) => new Option(name)));
  say('Beginning …', 0);
  ask({ type: 'match', rows });
});
for (const select of [startup, lang]) select.addEventListener('change', askForList);

engine.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  switch (data.type) {
    case 'loading':
      return say('Loading the model: 39 MB, this once …', data.done, data.total);
    case 'reading':
      return say('Reading the texts …', data.done, data.total);
    case 'matched':
      say(`${startup.length} startups are matched.`);
      return askForList();
    case 'list':
      Object.assign(matches, { list: data.list, lang: lang.value, state: 'ready' });
      results.hidden = false;
      return;
    case 'wrong':
      say('');
      results.hidden = true;
      mark(data.side, data.message);
      return lists[data.side].focus();
    case 'failed':
      results.hidden = true;
      return say(`It did not work: ${data.message}`);
  }
});

lists.startup.value = STARTUPS;
lists.investor.value = INVESTORS;
const own = navigator.language.split('-')[0];
const chosen = isLocale(own) ? own : 'en';
for (const locale of LOCALES) {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  const option = new Option(name, locale, false, locale === chosen);
  option.lang = locale;
  lang.add(option);
}
