// The example is compiled in the browser, so that it needs no build of Angular's own; with Angular's command line
// this line goes away and nothing else changes.
import '@angular/compiler';
import '@kopru/widget/define';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { HUB, MatchesComponent } from './matches.component.ts';

const hub = await fetch('/kopru.json').then((answer) => answer.json());
await bootstrapApplication(MatchesComponent, {
  providers: [provideZonelessChangeDetection(), { provide: HUB, useValue: hub }],
});
