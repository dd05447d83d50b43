import type { Locale } from '@kopru/sdk/facets';
import type { MatchList } from '@kopru/sdk/schema';
import { fetchMarket, fetchMatches, fetchProfiles, ProblemError, type Profile, postMatch } from './api.ts';
import { type Draft, fieldProblems, profileOf } from './draft.ts';
import type { PageKind } from './kinds.ts';
import { rememberLocale } from './locale.ts';
import { initialState, type State } from './state.ts';
import { PAGE_WORDS } from './words/index.ts';

/** The page's state and all that a visitor can do to it. Knows no markup. */
export interface App {
  readonly state: State;
  setLocale(locale: Locale): void;
  setMode(mode: State['mode']): void;
  setKind(kind: PageKind): void;
  type(typed: string): void;
  setActive(active: number): void;
  select(profile: Profile): void;
  edit(change: Partial<Draft>): void;
  /** Asks for the matches of the draft. Resolves once the answer is shown. */
  submit(): Promise<void>;
  /** Asks who can help the chosen startup into a country. */
  enter(country: string): void;
  retry(): void;
  /** Loads what the address names, and the first list of profiles. */
  start(): Promise<void>;
}

/** A field of the draft was refused. */
export const hasProblems = ({ problems }: State): boolean => Object.keys(problems).length > 0;

/** @param onChange called after every change of the state. */
export function createApp(locale: Locale, onChange: (app: App) => void): App {
  let state = initialState(locale);
  let request = new AbortController();

  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    onChange(app);
  }

  async function load(kind: PageKind): Promise<void> {
    if (state.profiles[kind]) return;
    try {
      const profiles = await fetchProfiles(kind);
      set({ profiles: { ...state.profiles, [kind]: profiles }, profilesFailed: false });
    } catch {
      set({ profilesFailed: true });
    }
  }

  /** Shows the answer of a request, unless a later one was made meanwhile. */
  async function show(ask: (signal: AbortSignal) => Promise<MatchList>): Promise<void> {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    set({ matches: 'loading', error: '', problems: {} });
    try {
      const list = await ask(signal);
      if (!signal.aborted) set({ list, matches: 'ready' });
    } catch (error) {
      if (!signal.aborted) set(shown(error));
    }
  }

  /** What an error leaves to show: the fields at fault, or a notice in place of the list. */
  function shown(error: unknown): Partial<State> {
    if (!(error instanceof ProblemError)) return { matches: navigator.onLine ? 'error' : 'offline' };
    const problems = state.asked ? fieldProblems(error.problem.issues) : {};
    if (Object.keys(problems).length > 0) return { problems };
    return { matches: 'error', error: `${PAGE_WORDS[state.locale].reference}: ${error.problem.requestId}` };
  }

  async function enter(): Promise<void> {
    const { selected, country, locale } = state;
    if (selected?.kind !== 'startup' || country === '') return set({ entry: null, market: 'idle' });
    const isAsked = () => state.selected === selected && state.country === country && state.locale === locale;
    set({ market: state.entry ? 'ready' : 'loading' });
    try {
      const entry = await fetchMarket(selected.id, country, locale);
      if (isAsked()) set({ entry, market: 'ready' });
    } catch {
      if (isAsked()) set({ market: navigator.onLine ? 'error' : 'offline' });
    }
  }

  async function ask(): Promise<void> {
    const { selected, asked, locale } = state;
    if (asked)
      await show((signal) => postMatch(asked.kind, profileOf(asked, PAGE_WORDS[locale].ownText), locale, signal));
    else if (selected) await show((signal) => fetchMatches(selected.kind, selected.id, locale, signal));
  }

  /** The address names the language and the chosen profile, so that a view can be sent to somebody. */
  function writeAddress(): void {
    const { locale, selected } = state;
    const query = new URLSearchParams({ lang: locale, ...(selected && { kind: selected.kind, id: selected.id }) });
    history.replaceState(null, '', `?${query}`);
  }

  const app: App = {
    get state() {
      return state;
    },
    setLocale(locale) {
      rememberLocale(locale);
      set({ locale });
      writeAddress();
      void ask();
      void enter();
    },
    setMode: (mode) => set({ mode }),
    setKind(kind) {
      set({ kind, typed: '', active: 0 });
      void load(kind);
    },
    type: (typed) => set({ typed, active: 0 }),
    setActive: (active) => set({ active }),
    select(profile) {
      set({ selected: profile, asked: undefined, country: '', entry: null, market: 'idle' });
      writeAddress();
      void ask();
    },
    edit: (change) => set({ draft: { ...state.draft, ...change } }),
    async submit() {
      const before = state;
      set({ asked: state.draft, selected: undefined });
      await ask();
      // A refused draft leaves the matches that were there before it.
      if (hasProblems(state)) set({ ...before, problems: state.problems });
      writeAddress();
    },
    enter(country) {
      set({ country });
      void enter();
    },
    retry: () => void ask(),
    async start() {
      const address = new URLSearchParams(location.search);
      const kind: PageKind = address.get('kind') === 'investor' ? 'investor' : 'startup';
      set({ kind });
      await load(kind);
      const at = state.profiles[kind]?.findIndex(({ id }) => id === address.get('id')) ?? -1;
      const profile = state.profiles[kind]?.[at];
      if (!profile) return;
      app.setActive(at);
      app.select(profile);
    },
  };
  return app;
}
