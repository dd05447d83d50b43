/**
 * Lists as the API gives them, with their sentences in a language.
 *
 * @module
 */
import type { Locale } from '@kopru/sdk/facets';
import type { MatchList, SearchResult } from '@kopru/sdk/schema';
import { type MessageEvidence, type MessageKey, renderMessage } from '@kopru/sdk/strings';
import { angels, crane, fund, startup } from './cards.ts';

type Match = MatchList['matches'][number];
type Signal = Match['signals'][number];

const sayIn =
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

const card = (profile: object) => profile as Match['card'];

/** Matches of a Kazakh startup: a full one, one from another hub that was saved, one that states little; and near misses. */
export function matchList(locale: Locale): MatchList {
  const say = sayIn(locale);
  return {
    subject: { kind: 'startup', id: 's-1' },
    model: 'kopru-e5-small@1',
    sequence: 7,
    matches: [
      {
        kind: 'investor',
        id: 'i-1',
        card: card(fund),
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
        kind: 'investor',
        id: 'i-4',
        card: card(crane),
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
        kind: 'investor',
        id: 'i-2',
        card: card(angels),
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
        kind: 'investor',
        id: 'i-3',
        card: card(crane),
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
  const reasons = [sayIn(locale)('semantic.sentences', SENTENCES)];
  return {
    items: [
      { kind: 'investor', id: 'i-1', card: card(fund), fit: 0.91, reasons },
      { kind: 'investor', id: 'i-4', card: card(crane), fit: 0.42, reasons: [] },
      { kind: 'startup', id: 's-1', card: card(startup), fit: 0.08, reasons: [] },
    ],
  };
}
