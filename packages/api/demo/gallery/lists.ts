/**
 * Lists as the API gives them, with their sentences in a language.
 *
 * @module
 */
import type { Locale } from '@kopru/sdk/facets';
import { cardFacts, type MarketEntry, type MatchList, type SearchResult } from '@kopru/sdk/schema';
import {
  createFormatter,
  LOCALE_STRINGS,
  type MessageEvidence,
  type MessageKey,
  renderMessage,
} from '@kopru/sdk/strings';
import { angels, aysel, crane, fund, sabah, school, startup, water } from './cards.ts';

type Match = MatchList['matches'][number];
type Signal = Match['signals'][number];

/** A sentence in a language, as the API gives it. */
export const sayIn =
  (locale: Locale) =>
  <K extends MessageKey>(key: K, evidence: MessageEvidence[K]) => ({
    key,
    evidence: evidence as Record<string, unknown>,
    text: renderMessage(key, evidence, locale),
  });

const signal = (name: Signal['name'], value: number | null, startup: number, investor: number): Signal => ({
  name,
  value,
  weights: { startup, investor },
});

const SENTENCES = {
  startup: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.',
  investor: 'Duz toplanmasını erkən aşkar edən komandaları maliyyələşdiririk.',
};

/** A card, and what it states in a language. */
export const cardIn = (locale: Locale) => {
  const to = createFormatter(LOCALE_STRINGS[locale]);
  return (kind: Match['kind'], profile: object) => ({
    kind,
    card: profile as Match['card'],
    facts: cardFacts(kind, profile, to),
  });
};

/** Matches of a Kazakh startup: a full one, one from another hub that was saved, one that states little; and near misses. */
export function matchList(locale: Locale): MatchList {
  const [say, card] = [sayIn(locale), cardIn(locale)];
  return {
    subject: { kind: 'startup', id: 's-1' },
    model: 'kopru-e5-small@1',
    sequence: 7,
    matches: [
      {
        id: 'i-1',
        ...card('investor', fund),
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
          say('semantic.sentences', SENTENCES),
          say('sector.shared', { sectors: ['irrigation'] }),
          say('stage.wanted', { stage: 'seed' }),
        ],
        cautions: [say('corridor.other', { country: 'AZ' })],
        history: { seenAt: null, answer: null, introduction: null },
      },
      {
        id: 'i-4',
        ...card('investor', crane),
        home: { hub: 'tashkent', name: 'Toshkent IT Park', country: 'UZ' },
        rank: 2,
        score: 71.2,
        signals: [signal('semantic', 0.81, 0.6, 0.6), signal('stage', 1, 0.4, 0.4)],
        reasons: [say('language.shared', { languages: ['ru'] })],
        cautions: [],
        history: {
          seenAt: '2026-11-20T08:00:00Z',
          answer: { answer: 'saved', at: '2026-11-20T09:00:00Z' },
          introduction: { id: 'in-9', state: 'requested', direction: 'sent' },
        },
      },
      {
        id: 'i-2',
        ...card('investor', angels),
        rank: 3,
        score: 47,
        signals: [signal('semantic', 0.44, 0.6, 0.6), signal('sector', null, 0.4, 0.4)],
        reasons: [],
        cautions: [say('unknown.sector', { side: 'investor' })],
        history: { seenAt: '2026-11-20T08:00:00Z', answer: null, introduction: null },
      },
    ],
    nextCursor: 'more',
    rejected: [
      {
        id: 'i-3',
        ...card('investor', crane),
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

export const noMatches: MatchList = {
  subject: { kind: 'startup', id: 's-1' },
  model: 'kopru-e5-small@1',
  sequence: 7,
  matches: [],
  nextCursor: null,
  rejected: [],
};

/** What a visitor finds: investors with and without a reason, and a startup. */
export function searchResult(locale: Locale): SearchResult {
  const card = cardIn(locale);
  const reasons = [sayIn(locale)('semantic.sentences', SENTENCES)];
  return {
    items: [
      { id: 'i-1', ...card('investor', fund), fit: 0.91, reasons },
      { id: 'i-4', ...card('investor', crane), fit: 0.42, reasons: [] },
      { id: 's-1', ...card('startup', startup), fit: 0.08, reasons: [] },
    ],
  };
}

/** Programmes that match the startup: with calls, of another hub, and without any. */
export function programmeList(locale: Locale): MatchList {
  const [say, card] = [sayIn(locale), cardIn(locale)];
  const shared = {
    signals: [signal('semantic', 0.9, 0.6, 0.6), signal('sector', 1, 0.4, 0.4)],
    reasons: [
      say('sector.shared', { sectors: ['irrigation'] }),
      say('pair.shared', { facet: 'stage', codes: ['seed'] }),
    ],
    cautions: [],
    history: { seenAt: null, answer: null, introduction: null },
  };
  const home = { hub: 'bishkek', name: 'Бишкек стартап борбору', country: 'KG' } as const;
  return {
    ...noMatches,
    matches: [
      { id: 'pr-1', ...card('programme', sabah), rank: 1, score: 84.2, ...shared },
      { id: '~pr-2', ...card('programme', school), home, rank: 2, score: 61, ...shared, reasons: [] },
      { id: 'pr-3', ...card('programme', water), rank: 3, score: 52.5, ...shared, reasons: [] },
    ],
  };
}

/** Who can help the startup into Azerbaijan: investors of whom there are more, an expert, and a kind without a match. */
export function marketEntry(locale: Locale): MarketEntry {
  const [say, card] = [sayIn(locale), cardIn(locale)];
  const to = createFormatter(LOCALE_STRINGS[locale]);
  const label = (kind: Match['kind']) => to.capitalise(to.kind(kind));
  const [first, second] = matchList(locale).matches as [Match, Match];
  return {
    subject: { kind: 'startup', id: 's-1' },
    country: 'AZ',
    model: 'kopru-e5-small@1',
    sequence: 7,
    groups: [
      { kind: 'investor', label: label('investor'), total: 7, matches: [first, second] },
      {
        kind: 'expert',
        label: label('expert'),
        total: 1,
        matches: [
          {
            id: 'e-1',
            ...card('expert', aysel),
            rank: 1,
            score: 81.5,
            signals: [signal('semantic', 0.9, 0.6, 0.6), signal('role', 1, 0.4, 0.4)],
            reasons: [say('pair.shared', { facet: 'role', codes: ['engineer'] })],
            cautions: [],
            history: { seenAt: null, answer: null, introduction: null },
          },
        ],
      },
      {
        kind: 'need',
        label: label('need'),
        total: 0,
        matches: [],
        none: [
          say('market.kept_out', { country: 'AZ', there: 4, kept: 3 }),
          say('pair.outside', { facet: 'country', sides: ['startup', 'need'], code: 'KZ', codes: ['AZ', 'TR'] }),
        ],
      },
    ],
  };
}
