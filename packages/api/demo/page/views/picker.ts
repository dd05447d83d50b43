import { kindLabel } from '@kopru/sdk/strings';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Profile } from '../api.ts';
import type { App } from '../app.ts';
import { KINDS } from '../kinds.ts';
import { searchProfiles, summary } from '../search.ts';
import { PAGE_WORDS } from '../words/index.ts';
import { options } from './options.ts';

/** A list of profiles that narrows as one types: a combobox with its listbox always open (ARIA APG). */
export function picker(app: App): TemplateResult {
  const { locale, kind, profiles, typed, active, selected } = app.state;
  const words = PAGE_WORDS[locale];
  const loaded = profiles[kind]?.profiles;
  const found = searchProfiles(loaded ?? [], typed, locale);
  const activeId = found[active] && optionId(found[active]);

  return html`${options(
    words.kind,
    KINDS.map((k) => [k, kindLabel(k, locale)] as const),
    kind,
    app.setKind,
  )}
    <label class="search">
      <span>${words.search}</span>
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="profiles"
        aria-autocomplete="list"
        aria-activedescendant=${ifDefined(activeId)}
        autocomplete="off"
        spellcheck="false"
        .value=${typed}
        @input=${(event: Event) => app.type((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => onKey(event, app, found)}
      />
    </label>
    <p class="hint" role="status">${loaded ? (found.length > 0 ? words.found(found.length) : words.nothingFound) : app.state.profilesFailed ? words.listFailed : '…'}</p>
    <ul id="profiles" class="options" role="listbox" aria-label=${kindLabel(kind, locale)}>
      ${repeat(
        found,
        optionId,
        (profile, i) =>
          html`<li
            id=${optionId(profile)}
            role="option"
            aria-selected=${profile.kind === selected?.kind && profile.id === selected.id}
            class=${i === active ? 'active' : nothing}
            @click=${() => pick(app, profile, i)}
          >
            <span class="name">${profile.card.name}</span>
            <span class="line">${summary(profile.card, locale)}</span>
          </li>`,
      )}
    </ul>`;
}

const optionId = ({ kind, id }: Profile): string => `${kind}-${id}`;

function pick(app: App, profile: Profile, at: number): void {
  app.setActive(at);
  app.select(profile);
  // On a phone the matches stand below the list, out of sight.
  const results = document.getElementById('results');
  if (results && results.getBoundingClientRect().top > innerHeight * 0.6) results.scrollIntoView();
}

function onKey(event: KeyboardEvent, app: App, found: readonly Profile[]): void {
  const { active } = app.state;
  const last = found.length - 1;
  const targets: Partial<Record<string, number>> = {
    ArrowDown: Math.min(active + 1, last),
    ArrowUp: Math.max(active - 1, 0),
    PageDown: Math.min(active + 8, last),
    PageUp: Math.max(active - 8, 0),
  };
  const target = targets[event.key];
  const chosen = found[active];
  if (target !== undefined && last >= 0) {
    event.preventDefault();
    app.setActive(target);
    document.getElementById(optionId(found[target] as Profile))?.scrollIntoView({ block: 'nearest' });
  } else if (event.key === 'Enter' && chosen) {
    event.preventDefault();
    app.select(chosen);
  }
}
