import { DEFAULT_RATES, type RateTable } from '../facets/index.ts';
import { KINDS, type Kind, type Profile } from '../kinds/index.ts';
import { type Locale, renderMessage } from '../strings/index.ts';
import { type EmbeddedProfile, embedProfiles } from './embed.ts';
import type { Embedder } from './embedder.ts';
import type { SectorMapper } from './map-sectors.ts';
import { createMatchIndex, type Match, type MatchOptions, type MatchResult } from './match.ts';
import { normaliseProfile } from './normalise.ts';
import type { Message } from './pairing.ts';
import { type Issue, validateProfile } from './validate.ts';
import type { Viewer } from './visibility.ts';
import type { WhyNot } from './why-not.ts';

export interface MatcherOptions {
  readonly embedder: Embedder;
  /** Rates by which amounts are compared. @default the dated table that ships with the package */
  readonly rates?: RateTable;
  /** Reads the sectors that a profile does not state from its text. @default none: they stay unknown */
  readonly sectors?: SectorMapper;
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

export interface Matcher {
  readonly size: number;
  /**
   * Validates, normalises and embeds a profile and adds it, or replaces the one of this kind and id.
   * @throws {ProfileError} with every issue and its path; {EmbedderError} when the text cannot be embedded.
   */
  add(kind: Kind, id: string, profile: unknown): Promise<void>;
  remove(kind: Kind, id: string): void;
  /** The best matches of a profile. @throws {RangeError} on an id that was not added. */
  match(subject: Subject, options?: MatchOptions): Promise<MatchResult>;
  /**
   * Why a profile is not matched with one that was added, and what would have to change.
   * @throws {RangeError} on an id that was not added, or that the viewer may not be shown.
   */
  whyNot(subject: Subject, candidate: { readonly kind: Kind; readonly id: string }, viewer?: Viewer): Promise<WhyNot>;
  /** The sentences of a match, in any of the nine languages. */
  explain(match: Pick<Match, 'reasons' | 'cautions'>, locale: Locale): { reasons: string[]; cautions: string[] };
}

/** The whole engine in-process: no server, no key, no network but what the embedder itself does. */
export function createMatcher({ embedder, rates = DEFAULT_RATES, sectors }: MatcherOptions): Matcher {
  const index = createMatchIndex(embedder);

  async function embedded(kind: Kind, id: string, value: unknown): Promise<EmbeddedProfile> {
    const result = validateProfile(kind, value);
    if (!result.ok) throw new ProfileError(kind, result.issues);
    const normal = normaliseProfile(kind, id, result.value as Profile, rates);
    const [entry] = await embedProfiles([normal], embedder, sectors);
    return entry as EmbeddedProfile;
  }

  async function find(subject: Subject): Promise<EmbeddedProfile> {
    if ('profile' in subject) return embedded(subject.kind, '', subject.profile);
    const entry = index.get(subject.kind, subject.id);
    if (!entry)
      throw new RangeError(`no ${subject.kind} "${subject.id}" among the ${KINDS[subject.kind].path} that were added`);
    return entry;
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
    whyNot: async (subject, candidate, viewer) => index.whyNot((await find(subject)).profile, candidate, viewer),
    explain: ({ reasons, cautions }, locale) => ({
      reasons: render(reasons, locale),
      cautions: render(cautions, locale),
    }),
  };
}
