/**
 * The gallery: every element in every state, language, theme and width, without a network.
 *
 * @module
 */
import '@kopru/widget/define';
import type { LitElement } from 'lit';
import { type Address, addressIn } from './address.ts';
import { drawControls } from './controls.ts';
import { API, answer } from './fake-api.ts';
import { withText } from './hostile.ts';
import { SCENES, type Scene } from './scenes.ts';

const DEFAULT_TEXT = '"><img src=x onerror=alert(1)> \u202eevil\u202c javascript:alert(1) \u200bÄ̈̈';

const root = document.documentElement;
const stage = document.getElementById('stage') as HTMLElement;
let text = DEFAULT_TEXT;
/** What is shown last wins: an earlier one that still waits is dropped. */
let turn = 0;

/** Shows what the address says. `data-shown` of the page then holds the number of times that something was shown. */
async function show(): Promise<void> {
  turn++;
  const mine = turn;
  const address = addressIn(location.search);
  const scene = SCENES[address.element][address.state] as Scene;
  dress(address);
  localStorage.clear();
  const answers = scene.answers?.(address.lang);
  window.fetch = async (input, init) => answer(filled(answers ?? {}, scene), input, init);
  const element = document.createElement(`kopru-${address.element}`) as LitElement;
  if (answers) Object.assign(element, { api: API, key: 'kopru_pk_gallery', token: tokenOf(scene) });
  Object.assign(element, { undoSeconds: 3600 }, filled(scene.given?.(address.lang) ?? {}, scene));
  stage.replaceChildren(element);
  try {
    await element.updateComplete;
    await scene.acts?.(element);
    if (!scene.acts && answers) await settled(element);
    await element.updateComplete;
  } catch (error) {
    console.error(error);
  }
  if (mine === turn) root.dataset.shown = String(turn);
}

const filled = <T>(value: T, { isHostile }: Scene): T => (isHostile ? withText(value, text) : value);

/** Waits until an element that is connected no longer loads. */
async function settled(element: HTMLElement): Promise<void> {
  for (const end = performance.now() + 3000; performance.now() < end; ) {
    const state = element.getAttribute('state');
    if (state && state !== 'loading' && (state !== 'idle' || element.localName === 'kopru-search')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function dress({ element, state, lang, theme, width, dir }: Address): void {
  root.lang = lang;
  root.dir = dir;
  root.dataset.theme = theme;
  root.toggleAttribute('data-bare', new URLSearchParams(location.search).has('bare'));
  stage.style.inlineSize = width === 'full' ? '' : `${width}px`;
  (document.getElementById('name') as HTMLElement).textContent = `<kopru-${element}> ${state}`;
}

/** A token with nothing but its subject, which no API would take. */
const tokenOf = ({ who = 'startup:s-1' }: Scene): string => `e30.${btoa(JSON.stringify({ sub: who }))}.`;

const controls = document.getElementById('controls') as HTMLFormElement;
const draw = () =>
  drawControls(controls, addressIn(location.search), text, {
    onText: (written) => {
      text = written;
      void show();
    },
    onGo: (query) => {
      history.pushState(null, '', query);
      draw();
      void show();
    },
  });
addEventListener('popstate', () => {
  draw();
  void show();
});
draw();
void show();
