/**
 * The demo page: choose a profile or paste a text, and see explained matches.
 *
 * @module
 */
import '@kopru/widget/define';
import { html, render } from 'lit';
import { type App, createApp } from './app.ts';
import { initialLocale } from './locale.ts';
import { choice } from './views/choice.ts';
import { form } from './views/form.ts';
import { header } from './views/header.ts';
import { picker } from './views/picker.ts';
import { region } from './views/region.ts';
import { results } from './views/results.ts';
import { PAGE_WORDS } from './words/index.ts';

const root = document.getElementById('app') as HTMLElement;

function draw(app: App): void {
  const { locale, mode } = app.state;
  const words = PAGE_WORDS[locale];
  document.documentElement.lang = locale;
  document.title = words.title;
  const modes = [
    ['choose', words.choose],
    ['paste', words.paste],
  ] as const;
  render(
    html`${header(app)}
      <div class="columns">
        <aside aria-label=${words.mode}>
          ${choice('mode', words.mode, modes, mode, app.setMode)} ${mode === 'choose' ? picker(app) : form(app)}
        </aside>
        ${results(app)}
      </div>
      ${region(app)}`,
    root,
  );
}

const app = createApp(initialLocale(), draw);
draw(app);
void app.start().then(() => document.querySelector('.options .active')?.scrollIntoView({ block: 'nearest' }));
