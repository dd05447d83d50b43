import type { Locale } from '@kopru/sdk/facets';
import type { MatchList } from '@kopru/sdk/schema';
import { fetchMatches, fetchProfiles, ProblemError, type Profile, postMatch, type Rules } from './api.ts';
import { createBesides } from './besides.ts';
import { type Draft, fieldProblems, profileOf } from './draft.ts';
import { KINDS, type Kind } from './kinds.ts';
import { rememberLocale } from './locale.ts';
import { initialState, type State } from './state.ts';
import { PAGE_WORDS } from './words/index.ts';

/** The page's state and all that a visitor can do to it. Knows no markup. */
export interface App {
  readonly state: State;
  setLocale(locale: Locale): void;
  setMode(mode: State['mode']): void;
  setKind(kind: Kind): void;
  /** The kinds that the chosen profile seeks; none while none is chosen. */
  readonly sought: readonly Kind[];
  /** Lists another kind that the chosen profile seeks. */
  seek(kind: Kind): void;
  type(typed: string): void;
  setActive(active: number): void;
  select(profile: Profile): void;
  edit(change: Partial<Draft>): void;
  /** Asks for the matches of the draft. Resolves once the answer is shown. */
  submit(): Promise<void>;
  /** Asks who can help the chosen startup into a country. */
  enter(country: string): void;
  /** Asks who could fill its round, under these rules. */
  fillRound(rules: Rules): void;
  /** Asks what the chosen startup has applied to, and can. */
  apply(): void;
  /** Asks which patents are like the chosen one. */
  compare(): void;
  /** Asks what became of the applications to the chosen programme. */
  count(): void;
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
  const besides = createBesides(() => state, set);

  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    onChange(app);
  }

  async function load(kind: Kind): Promise<void> {
    if (state.profiles[kind]) return;
    try {
      const found = await fetchProfiles(kind);
      set({ profiles: { ...state.profiles, [kind]: found }, profilesFailed: false });
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

  async function ask(): Promise<void> {
    const { selected, asked, locale } = state;
    if (asked)
      await show((signal) => postMatch(asked.kind, profileOf(asked, PAGE_WORDS[locale].ownText), locale, signal));
    else if (selected) {
      const seeks = state.seeks ?? app.sought[0];
      if (seeks) await show((signal) => fetchMatches(selected, seeks, locale, signal));
    }
  }

  /** The address names the language and the chosen profile, so that a view can be sent to somebody. */
  function writeAddress(): void {
    const { locale, selected, seeks } = state;
    const chosen = selected && { kind: selected.kind, id: selected.id, ...(seeks && { seeks }) };
    const query = new URLSearchParams({ lang: locale, ...chosen });
    history.replaceState(null, '', `?${query}`);
  }

  const app: App = {
    get state() {
      return state;
    },
    get sought() {
      const { selected, profiles } = state;
      return (selected && profiles[selected.kind]?.seeks) ?? [];
    },
    setLocale(locale) {
      rememberLocale(locale);
      set({ locale });
      writeAddress();
      void ask();
      besides.enter();
      if (state.round.answer) besides.fillRound();
      if (state.applying.answer) besides.apply();
      if (state.neighbours.answer) besides.compare();
    },
    setMode: (mode) => set({ mode }),
    setKind(kind) {
      set({ kind, typed: '', active: 0 });
      void load(kind);
    },
    seek(seeks) {
      set({ seeks });
      writeAddress();
      void ask();
    },
    type: (typed) => set({ typed, active: 0 }),
    setActive: (active) => set({ active }),
    select(profile) {
      const seeks = state.selected?.kind === profile.kind ? state.seeks : undefined;
      set({ selected: profile, asked: undefined, seeks, country: '' });
      besides.forget();
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
      besides.enter();
    },
    fillRound(rules) {
      set({ rules });
      besides.fillRound();
    },
    apply: besides.apply,
    compare: besides.compare,
    count: besides.count,
    retry: () => void ask(),
    async start() {
      const address = new URLSearchParams(location.search);
      const named = (name: string) => KINDS.find((kind) => kind === address.get(name));
      const kind = named('kind') ?? state.kind;
      set({ kind });
      await load(kind);
      const { profiles = [], seeks = [] } = state.profiles[kind] ?? {};
      const at = profiles.findIndex(({ id }) => id === address.get('id'));
      const profile = profiles[at];
      if (!profile) return;
      app.setActive(at);
      const sought = named('seeks');
      app.select(profile);
      if (sought && seeks.includes(sought)) app.seek(sought);
    },
  };
  return app;
}
