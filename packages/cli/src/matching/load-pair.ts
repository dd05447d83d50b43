import { createEmbedder, sectors } from '@kopru/model';
import {
  type EmbeddedProfile,
  embedProfiles,
  type Match,
  matchPair,
  normaliseProfile,
  type PairResult,
  type ToldGate,
} from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { type Locale, renderMessage } from '@kopru/sdk/strings';
import type { ProfileOptions } from '../profiles/read-profiles.ts';
import { connect, type RemoteOptions } from '../remote/client.ts';
import { remotely } from '../remote/errors.ts';
import { textOf } from '../remote/text-of.ts';
import { CliError } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import type { Model } from './embed-watched.ts';
import { type FoundRow, findPair } from './find-row.ts';
import { readPair } from './read-pair.ts';

/** Which two to look at, and where they are. */
export interface PairOptions extends ProfileOptions, RemoteOptions {
  /** An id, a name, or the beginning of one. Of the API's profiles an id, and the startup's comes first. */
  readonly a: string;
  readonly b: string;
  /** Both files, or neither: then the API is asked. */
  readonly startups?: string | undefined;
  readonly investors?: string | undefined;
  /** Language of the sentences. @default that of the locale */
  readonly lang?: Locale | undefined;
  readonly json?: boolean | undefined;
}

/** A gate with its sentence, and with what it compared where that is told. */
export interface GateView extends Pick<ToldGate, 'gate' | 'outcome'> {
  readonly text?: string;
  readonly values?: ToldGate['values'];
}

/** One pair, as it is told in one language. */
export interface PairView {
  readonly subject: { readonly kind: Kind; readonly id: string; readonly name: string };
  readonly candidate: PairView['subject'];
  readonly score: number;
  readonly eligible: boolean;
  readonly signals: readonly Pick<Match['signals'][number], 'name' | 'value'>[];
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
  readonly gates: readonly GateView[];
  /** The smallest set of changes that would make the pair eligible. */
  readonly changes: readonly string[];
}

/** Makes the model, which only a pair of two files needs. */
export type MakeModel = () => Promise<Model>;

export const realModel: MakeModel = async () => ({ embedder: await createEmbedder(), sectors: sectors() });

/**
 * One pair of two files, of which no other row is embedded, or of the API.
 *
 * @throws {CliError} on a name that is not found or not one, and what the API refuses.
 */
export async function loadPair(options: PairOptions, io: Io, makeModel: MakeModel): Promise<PairView> {
  const { startups, investors, lang = io.locale } = options;
  if (startups === undefined && investors === undefined) return askApi(options, lang, io);
  if (startups === undefined || investors === undefined)
    throw new CliError(`Only the file of the ${startups === undefined ? 'investors' : 'startups'} is given.`, {
      hint: 'Give both --startups and --investors, or neither to ask the API.',
    });
  const files = await readPair({ ...options, startups, investors }, io);
  const [a, b] = findPair(options.a, options.b, files.startup, files.investor);
  const { embedder, sectors: mapper } = await makeModel();
  const profiles = [a, b].map(({ kind, row }) => normaliseProfile(kind, row.id, row.profile, DEFAULT_RATES));
  const [subject, candidate] = (await embedProfiles(profiles, embedder, mapper)) as [EmbeddedProfile, EmbeddedProfile];
  return viewOf(a, b, matchPair(subject, candidate), lang);
}

function viewOf(a: FoundRow, b: FoundRow, result: PairResult, lang: Locale): PairView {
  const side = ({ kind, row }: FoundRow) => ({ kind, id: row.id, name: row.profile.name });
  const say = ({ key, evidence }: PairResult['reasons'][number]) => renderMessage(key, evidence, lang);
  return {
    subject: side(a),
    candidate: side(b),
    score: result.score,
    eligible: result.eligible,
    signals: result.signals.map(({ name, value }) => ({ name, value })),
    reasons: result.reasons.map(say),
    cautions: result.cautions.map(say),
    gates: result.gates.map(({ gate, outcome, message, values }) => ({
      gate,
      outcome,
      values,
      ...(message && { text: say(message) }),
    })),
    changes: result.changes.map(({ message }) => say(message)),
  };
}

async function askApi(options: PairOptions, lang: Locale, io: Io): Promise<PairView> {
  const kopru = await connect(options, io);
  const [subject, candidate] = [
    { kind: 'startup', id: options.a },
    { kind: 'investor', id: options.b },
  ] as const;
  const score = await remotely(() =>
    kopru.matches.score({ subject, candidate }, { explain: lang }, { signal: io.signal }),
  );
  return {
    subject: { ...subject, name: options.a },
    candidate: { ...candidate, name: score.candidate.card.name },
    score: score.score,
    eligible: score.eligible,
    signals: score.signals.map(({ name, value }) => ({ name, value })),
    reasons: score.reasons.map(textOf),
    cautions: score.cautions.map(textOf),
    gates: score.gates.map(({ gate, outcome, message }) => ({
      gate,
      outcome,
      ...(message && { text: textOf(message) }),
    })),
    changes: score.changes.map(({ message }) => textOf(message)),
  };
}
