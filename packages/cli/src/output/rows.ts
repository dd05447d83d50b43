import type { EmbeddedProfile, Match, Message } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import { type Locale, renderMessage } from '@kopru/sdk/strings';
import type { Lists } from '../matching/match-all.ts';

/** One pair of the list. The names and their order are those of the columns of `matches.csv`. */
export interface MatchRow {
  readonly startup: string;
  readonly investor: string;
  /** Place in the list of its subject, from 1. */
  readonly rank: number;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
  readonly startup_name: string;
  readonly investor_name: string;
  /** ISO 3166-1 alpha-2, or '' where it is not stated. */
  readonly startup_country: string;
  readonly investor_country: string;
}

export const COLUMNS = [
  'startup',
  'investor',
  'rank',
  'score',
  'reasons',
  'cautions',
  'startup_name',
  'investor_name',
  'startup_country',
  'investor_country',
] as const satisfies readonly (keyof MatchRow)[];

/** The lists as rows, by the id of the subject and then by rank, with their sentences in one language. */
export function matchRows(
  subjects: readonly EmbeddedProfile[],
  candidates: readonly EmbeddedProfile[],
  lists: Lists,
  locale: Locale,
): MatchRow[] {
  const byId = new Map(candidates.map((candidate) => [candidate.profile.id, candidate]));
  return subjects
    .toSorted((a, b) => byCodePoint(a.profile.id, b.profile.id))
    .flatMap((subject) =>
      (lists.get(subject.profile.id) ?? []).map((match, i) =>
        toRow(subject, byId.get(match.id) as EmbeddedProfile, match, i + 1, locale),
      ),
    );
}

function toRow(
  subject: EmbeddedProfile,
  candidate: EmbeddedProfile,
  { score, reasons, cautions }: Match,
  rank: number,
  locale: Locale,
): MatchRow {
  const profiles = new Map<Kind, EmbeddedProfile['profile']>(
    [subject, candidate].map(({ profile }) => [profile.kind, profile]),
  );
  const of = (kind: Kind) => profiles.get(kind) as EmbeddedProfile['profile'];
  const [startup, investor] = [of('startup'), of('investor')];
  return {
    startup: startup.id,
    investor: investor.id,
    rank,
    score,
    reasons: sentencesOf(reasons, locale),
    cautions: sentencesOf(cautions, locale),
    startup_name: startup.name,
    investor_name: investor.name,
    startup_country: startup.facets.country ?? '',
    investor_country: investor.facets.country ?? '',
  };
}

const sentencesOf = (messages: readonly Message[], locale: Locale): string[] =>
  messages.map(({ key, evidence }) => renderMessage(key, evidence, locale));

/** The order of code points, which is that of the bytes of UTF-8; `<` compares half surrogate pairs. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
