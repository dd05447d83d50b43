import { Component, CUSTOM_ELEMENTS_SCHEMA, InjectionToken, inject, signal } from '@angular/core';
import type { SaveEvent, TokenEvent } from '@kopru/widget';

/** Where the API is, and the publishable key of this site. */
export const HUB = new InjectionToken<{ readonly api: string; readonly key: string }>('hub');

/** The matches of who is logged in, and beside them what the page itself does with them. */
@Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Matches</h1>
    <button type="button" (click)="lang.set(lang() === 'en' ? 'kk' : 'en')">
      {{ lang() === 'en' ? 'Қазақша' : 'In English' }}
    </button>
    <p role="status">{{ saved().length > 0 ? 'Saved: ' + saved().join(', ') : '' }}</p>
    <kopru-matches
      [api]="hub.api"
      [key]="hub.key"
      [lang]="lang()"
      (kopru-token)="giveToken($event)"
      (kopru-save)="note($event)"
    />
  `,
})
export class MatchesComponent {
  readonly hub = inject(HUB);
  readonly lang = signal('en');
  readonly saved = signal<readonly string[]>([]);

  giveToken(event: TokenEvent): void {
    event.respondWith(fetch('/viewer-token').then((answer) => answer.text()));
  }

  note({ detail }: SaveEvent): void {
    this.saved.update((names) => [...names, detail.match.card.name]);
  }
}
