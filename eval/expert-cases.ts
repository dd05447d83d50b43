/**
 * Reads `data/expert-gates.tsv` and `data/expert-teams.tsv`: teams and experts as an officer of a hub decided them.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import { type NormalProfile, normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind } from '@kopru/sdk/schema';
import { parseTsv, readBytes } from './tsv.ts';

const file = (name: string) => fileURLToPath(new URL(`data/${name}`, import.meta.url));
export const GATES_FILE = file('expert-gates.tsv');
const TEAMS_FILE = file('expert-teams.tsv');

/** The gates in the order of the column `gates`. */
export const EXPERT_GATES = ['country', 'language', 'role'] as const;
const OUTCOMES: Readonly<Record<string, string>> = { '+': 'pass', '?': 'unknown', '-': 'fail' };

export interface GateCase {
  readonly line: number;
  readonly team: NormalProfile;
  readonly expert: NormalProfile;
  /** What each gate must answer. */
  readonly gates: readonly string[];
  /** Keys of the messages that say why the pair is ruled out. Empty: eligible. */
  readonly reasons: readonly string[];
  readonly why: string;
}

/** A text of somebody, with its topic: experts of the topic of a team are right for it. */
export interface TopicText {
  readonly topic: string;
  readonly kind: 'team' | 'expert';
  readonly lang: string;
  readonly text: string;
}

/** @throws {Error} naming the first row that says nothing known. */
export async function readGateCases(): Promise<GateCase[]> {
  const rows = parseTsv(GATES_FILE, await readBytes(GATES_FILE), [
    'about',
    'team',
    'expert',
    'gates',
    'reasons',
    'why',
  ]);
  return rows.map(({ line, cells }) => {
    const cell = (column: string) => cells.get(column) as string;
    const [country, languages, roles] = cell('team').split(';');
    const [home, places = '', own, takes, standing] = cell('expert').split(';');
    const gates = [...cell('gates')].map((mark) => OUTCOMES[mark] ?? `no mark: ${mark}`);
    return {
      line,
      team: profile('startup', { country, languages: words(languages), roles: words(roles) }),
      expert: profile('expert', {
        country: home,
        teamCountries: words(places).filter((place) => place !== 'remote'),
        remote: words(places).includes('remote') || undefined,
        languages: words(own),
        roles: words(takes),
        status: standing === 'paused' ? 'paused' : undefined,
        consent: { matching: standing !== 'refused' },
      }),
      gates,
      reasons: words(cell('reasons')),
      why: cell('why'),
    };
  });
}

/** The texts of the teams and of the experts. */
export async function readTopicTexts(): Promise<TopicText[]> {
  const rows = parseTsv(TEAMS_FILE, await readBytes(TEAMS_FILE), ['topic', 'kind', 'lang', 'text']);
  return rows.map(({ cells }) => Object.fromEntries(cells) as unknown as TopicText);
}

const words = (list = ''): string[] => list.split(' ').filter(Boolean);

function profile(kind: Kind, stated: Readonly<Record<string, unknown>>): NormalProfile {
  const text = kind === 'expert' ? 'about' : 'pitch';
  const isStated = ([, value]: [string, unknown]) => value && !(Array.isArray(value) && value.length === 0);
  const facets = Object.fromEntries(Object.entries(stated).filter(isStated));
  const result = validateProfile(kind, { name: kind, [text]: 'A case for the gates.', lang: 'en', ...facets });
  if (!result.ok) throw new Error(result.issues.map(({ path, message }) => `${path} ${message}`).join('; '));
  return normaliseProfile(kind, kind, result.value, DEFAULT_RATES);
}
