import type { Locale } from '@kopru/sdk/facets';
import { cardFacts, type MatchList } from '@kopru/sdk/schema';
import {
  createFormatter,
  LOCALE_STRINGS,
  type MessageEvidence,
  type MessageKey,
  renderMessage,
} from '@kopru/sdk/strings';

type Card = MatchList['matches'][number]['card'];

const FUND: Card = {
  name: 'Xəzər Körpüsü Fondu',
  lang: 'az',
  thesis:
    'Suvarılan torpaqların şoranlaşması məhsuldarlığı azaldır. Duz toplanmasını erkən aşkar edən komandaları maliyyələşdiririk.',
  type: 'fund',
  country: 'AZ',
  languages: ['az', 'ru', 'en'],
  sectors: ['irrigation', 'agrifood'],
  excludedSectors: ['gaming'],
  stages: ['pre_seed', 'seed'],
  countries: ['central_asia', 'AZ'],
  ticket: { min: 50_000, max: 400_000, currency: 'USD' },
  instruments: ['equity', 'murabaha'],
  role: 'either',
};

const ANGELS: Card = {
  name: 'Ezüst Gólya Üzleti Angyalok',
  lang: 'hu',
  thesis: 'Vízgazdálkodási megoldásokat keresünk.',
};

/** A list for a Kazakh startup: a full match, one that states nothing, and a near miss; with its sentences in `locale`. */
export function sampleList(locale: Locale): MatchList {
  const say = <K extends MessageKey>(key: K, evidence: MessageEvidence[K]) => ({
    key,
    evidence: evidence as Record<string, unknown>,
    text: renderMessage(key, evidence, locale),
  });
  const facts = (card: Card) => cardFacts('investor', card, createFormatter(LOCALE_STRINGS[locale]));
  const signal = (
    name: MatchList['matches'][number]['signals'][number]['name'],
    value: number | null,
    startup: number,
    investor: number,
  ) => ({
    name,
    value,
    weights: { startup, investor },
  });
  return {
    subject: { kind: 'startup', id: 's-1' },
    model: 'kopru-e5-small@1',
    sequence: 7,
    matches: [
      {
        kind: 'investor',
        id: 'i-1',
        card: FUND,
        facts: facts(FUND),
        rank: 1,
        score: 88.4,
        signals: [
          signal('semantic', 0.983, 0.6, 0.6),
          signal('sector', 1, 0.06, 0.12),
          signal('stage', 1, 0.04, 0.08),
          signal('ticket', 1, 0.1, 0.08),
          signal('country', 1, 0.02, 0.04),
          signal('corridor', 0.3, 0.12, 0.02),
          signal('language', 1, 0.06, 0.06),
        ],
        reasons: [
          say('semantic.sentences', {
            startup: 'Топырақтың тұздануын ерте көрсететін зондтар орнатамыз.',
            investor: 'Duz toplanmasını erkən aşkar edən komandaları maliyyələşdiririk.',
          }),
          say('sector.shared', { sectors: ['irrigation'] }),
          say('stage.wanted', { stage: 'seed' }),
        ],
        cautions: [say('corridor.other', { country: 'AZ' })],
      },
      {
        kind: 'investor',
        id: 'i-2',
        card: ANGELS,
        facts: facts(ANGELS),
        rank: 2,
        score: 47,
        signals: [signal('semantic', 0.44, 0.6, 0.6), signal('sector', null, 0.4, 0.4)],
        reasons: [],
        cautions: [say('unknown.sector', { side: 'investor' })],
      },
    ],
    nextCursor: null,
    rejected: [
      {
        kind: 'investor',
        id: 'i-3',
        card: { ...FUND, name: 'Kumush Turna Kapital', lang: 'uz' },
        facts: facts(FUND),
        gates: [
          { gate: 'status', outcome: 'pass' },
          { gate: 'consent', outcome: 'pass' },
          { gate: 'exclusion', outcome: 'pass' },
          {
            gate: 'stage',
            outcome: 'fail',
            message: say('gate.stage_outside', { stage: 'growth', stages: ['pre_seed', 'seed'] }),
          },
          { gate: 'country', outcome: 'pass' },
          { gate: 'ticket', outcome: 'unknown' },
        ],
        changes: [
          {
            side: 'investor',
            path: '/stages',
            from: ['pre_seed', 'seed'],
            to: ['pre_seed', 'seed', 'growth'],
            message: say('change.add_stage', { stage: 'growth' }),
          },
        ],
      },
    ],
  };
}

/** Texts that would do harm, or break the layout, if they were anything but text. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '"><svg onload=window.hacked=1>',
  "' onmouseover='window.hacked=1",
  '</blockquote></article><style>*{display:none}</style>',
  '\u0024{window.hacked=1} {{window.hacked=1}} <%= window.hacked=1 %>',
  'javascript:window.hacked=1',
  '<!--?lit$123$--><?lit$?>',
  '\u202eevil\u2066\u200b\u200d\ufeff',
  `${'x'.repeat(10_000)}`,
];

/** The sample with every text of the other side replaced. */
export function hostileList(text: string): MatchList {
  const list = sampleList('en');
  const card = {
    name: text,
    lang: text,
    pitch: text,
    country: text,
    sectors: [text],
    stage: text,
    languages: [text],
  } as unknown as Card;
  const message = { key: 'sector.shared', evidence: {}, text };
  const match = list.matches[0]!;
  const facts = [{ field: text, label: text, value: text }];
  const gates = [{ gate: text, outcome: 'fail' as const, message }];
  return {
    ...list,
    subject: { kind: 'investor' },
    matches: [
      {
        ...match,
        kind: 'startup',
        card,
        facts,
        reasons: [message, { key: 'semantic.sentences', evidence: { startup: text, investor: text } }],
        cautions: [message],
      },
    ],
    nextCursor: null,
    rejected: [{ kind: 'startup', id: text, card, facts, gates, changes: [] }],
  };
}
