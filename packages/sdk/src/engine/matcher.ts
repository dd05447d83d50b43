import type { Assignment, AssignOptions, Solver } from '../assign/index.ts';
import { type CountryCode, DEFAULT_RATES, type RateTable } from '../facets/index.ts';
import { KIND_NAMES, KINDS, type Kind, type Profile } from '../kinds/index.ts';
import { type Locale, renderMessage } from '../strings/index.ts';
import { type CoInvestment, type CoInvestOptions, explainRound, roundCandidates, withRound } from './co-invest.ts';
import type { Day } from './day.ts';
import { type EmbeddedProfile, embedProfiles } from './embed.ts';
import type { Embedder } from './embedder.ts';
import type { SectorMapper } from './map-sectors.ts';
import { type MarketGroup, type MarketOptions, marketEntry } from './market-entry.ts';
import { createMatchIndex, type MatchOptions, type MatchResult } from './match.ts';
import { normaliseProfile } from './normalise.ts';
import type { Message } from './pairing.ts';
import type { HubWeights, Match } from './rate.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { type Issue, validateProfile } from './validate.ts';
import type { Viewer } from './visibility.ts';
import type { WhyNot } from './why-not.ts';

export interface MatcherOptions {
  readonly embedder: Embedder;
  /** Rates by which amounts are compared. @default the dated table that ships with the package */
  readonly rates?: RateTable;
  /** Reads the sectors that a profile does not state from its text. @default none: they stay unknown */
  readonly sectors?: SectorMapper;
  /**
   * `@kopru/sdk/engine/scan.wasm`, imported as a module: for Workers, which compile no WebAssembly themselves
   * and without it scan in JavaScript, with the same lists. @default compiled by the engine
   */
  readonly scan?: WebAssembly.Module;
}

/** A profile that the schema of its kind refuses; nothing was stored. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly issues: readonly Issue[];

  constructor(kind: Kind, issues: readonly Issue[]) {
    super(`${kind}: ${issues.map(({ path, message }) => `${path || '(whole)'} ${message}`).join('; ')}`);
    this.issues = issues;
  }
}

/** Which profile a list is for: one that was added, or one that is only asked about. */
export type Subject<K extends Kind = Kind> =
  | { readonly kind: K; readonly id: string }
  | { readonly kind: K; readonly profile: unknown };

/** A demo day among profiles that were added. */
export interface DayOptions extends Omit<AssignOptions, 'scores'> {
  /** Leaves out pairs below this score, 0 to 100. @default 0 */
  readonly minScore?: number;
  /** @default the weights of the pairing */
  readonly weights?: HubWeights | undefined;
}

export interface Matcher {
  readonly size: number;
  /**
   * Validates, normalises and embeds a profile and adds it, or replaces the one of this kind and id.
   * @throws {ProfileError} with every issue and its path; {EmbedderError} when the text cannot be embedded.
   */
  add(kind: Kind, id: string, profile: unknown): Promise<void>;
  /** Removes a profile; an unknown one is no error. */
  remove(kind: Kind, id: string): void;
  /** The best matches of a profile. @throws {RangeError} on an id that was not added. */
  match(subject: Subject, options?: MatchOptions): Promise<MatchResult>;
  /**
   * The best matches in one country, of every kind that the subject's kind seeks; `limit` (5) is of each group.
   * @throws {RangeError} on an id that was not added.
   */
  marketEntry(subject: Subject, country: CountryCode, options?: MarketOptions): Promise<MarketGroup[]>;
  /**
   * The investors who fill a round of a startup together, under the conditions of all: as much of it as can be
   * filled, and then the money of those that fit best. Loads HiGHS as {@link Matcher.assign} does.
   *
   * @throws {RangeError} on an id that was not added, or a startup that states no round where none is given;
   *   {SolverError}
   */
  coInvest(subject: Subject, options?: CoInvestOptions & { readonly solver?: Solver }): Promise<CoInvestment>;
  /**
   * Why a profile is not matched with one that was added, and what would have to change.
   * @throws {RangeError} on an id that was not added, or that the viewer may not be shown.
   */
  whyNot(
    subject: Subject,
    candidate: { readonly kind: Kind; readonly id: string },
    viewer?: Viewer,
    day?: Day,
  ): Promise<WhyNot>;
  /** The sentences of a match, in any of the nine languages. */
  explain(match: Pick<Match, 'reasons' | 'cautions'>, locale: Locale): { reasons: string[]; cautions: string[] };
  /**
   * The meeting plan of a demo day with the greatest total score: who takes part, how often and when
   * stands in the options, what a pair is worth follows from the profiles; ineligible pairs never meet.
   * Loads HiGHS, which nothing else here does; where its WebAssembly cannot be found, give `solver`
   * (see `loadSolver` of `@kopru/sdk/assign`).
   *
   * @throws {RangeError} on a participant that was not added; {AssignError} and {SolverError} as `assign` does.
   */
  assign(options: DayOptions): Promise<Assignment>;
  /**
   * All profiles with their vectors as bytes, so that another matcher need not embed them again. They
   * hold the texts, the names and what is private, though no contact. The same profiles give the same bytes.
   */
  save(): Uint8Array;
  /**
   * Puts the profiles of a snapshot in place of all that were added. They stay as they were when they
   * were added: amounts at the rates of then, sectors as they were read then.
   *
   * @throws {SnapshotError} on bytes of another model or version, or damaged ones; all stays as it was.
   */
  load(snapshot: Uint8Array): void;
}

/** The whole engine in-process: no server, no key, no network but what the embedder itself does. */
export function createMatcher({ embedder, rates = DEFAULT_RATES, sectors, scan }: MatcherOptions): Matcher {
  // As they are now: an embedder that changes its id later is refused and not mixed in.
  const model = { id: embedder.id, dimensions: embedder.dimensions };
  let index = createMatchIndex(model, scan);

  async function embedded(kind: Kind, id: string, value: unknown): Promise<EmbeddedProfile> {
    const result = validateProfile(kind, value);
    if (!result.ok) throw new ProfileError(kind, result.issues);
    const normal = normaliseProfile(kind, id, result.value as Profile, rates);
    const [entry] = await embedProfiles([normal], embedder, sectors);
    return entry as EmbeddedProfile;
  }

  async function find(subject: Subject): Promise<EmbeddedProfile> {
    if ('profile' in subject) return embedded(subject.kind, '', subject.profile);
    return added(subject.kind, subject.id);
  }

  function added(kind: Kind, id: string): EmbeddedProfile {
    const entry = index.get(kind, id);
    if (!entry) throw new RangeError(`no ${kind} "${id}" among the ${KINDS[kind].path} that were added`);
    return entry;
  }

  function scoresOf({ startups, investors, minScore = 0, weights }: DayOptions): AssignOptions['scores'] {
    const invited = new Set(investors.map(({ id }) => added('investor', id).profile.id));
    const accept = ({ id }: { readonly id: string }) => invited.has(id);
    return startups.flatMap(({ id: startup }) =>
      index
        .scores(added('startup', startup), { kind: 'investor', weights, accept })
        .filter(({ score }) => score >= minScore)
        .map(({ id: investor, score }) => ({ startup, investor, score })),
    );
  }

  const render = (messages: readonly Message[], locale: Locale) =>
    messages.map(({ key, evidence }) => renderMessage(key, evidence, locale));

  return {
    get size() {
      return index.size;
    },
    async add(kind, id, profile) {
      index.set(await embedded(kind, id, profile));
    },
    remove: (kind, id) => index.delete(kind, id),
    match: async (subject, options) => index.match(await find(subject), options),
    marketEntry: async (subject, country, options) => marketEntry(index, await find(subject), country, options),
    async coInvest(subject, { raise, solver, ...options } = {}) {
      const stored = await find(subject);
      const candidates = roundCandidates(index, raise ? withRound(stored, raise, rates) : stored, options);
      const { fillRound } = await import('../assign/index.ts');
      return explainRound(candidates, await fillRound({ ...candidates.input, ...(solver && { solver }) }));
    },
    whyNot: async (subject, candidate, viewer, day) =>
      index.whyNot((await find(subject)).profile, candidate, viewer, day),
    explain: ({ reasons, cautions }, locale) => ({
      reasons: render(reasons, locale),
      cautions: render(cautions, locale),
    }),
    async assign({ minScore, weights, ...day }) {
      const scores = scoresOf({ ...day, ...(minScore !== undefined && { minScore }), weights });
      const { assign } = await import('../assign/index.ts');
      return assign({ ...day, scores });
    },
    save: () =>
      writeSnapshot(
        model,
        KIND_NAMES.flatMap((kind) => [...index.all(kind)]),
      ),
    load(snapshot) {
      const loaded = createMatchIndex(model, scan);
      for (const entry of readSnapshot(model, snapshot)) loaded.set(entry);
      index = loaded;
    },
  };
}
