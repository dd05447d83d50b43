import type { Change, GateResult, Match, Message } from '@kopru/sdk/engine';
import type { MatchQuery } from '@kopru/sdk/schema';
import { renderMessage } from '@kopru/sdk/strings';
import { type Card, factsIn } from './facts.ts';

/** The parts of an answer that hold sentences or cards, with their words in the language that `explain` names. */
export function inWords(explain: MatchQuery['explain']) {
  const sentence = (message: Message) => ({
    ...message,
    ...(explain && { text: renderMessage(message.key, message.evidence, explain) }),
  });
  const facts = factsIn(explain);
  return {
    card: <C extends Card>(card: C) => ({ ...card, ...facts(card) }),
    sentences: (messages: readonly Message[]) => messages.map(sentence),
    match: ({ signals, reasons, cautions, score }: Match) => ({
      score,
      signals: [...signals],
      reasons: reasons.map(sentence),
      cautions: cautions.map(sentence),
    }),
    whyNot: ({ gates, changes }: { gates: readonly GateResult[]; changes: readonly Change[] }) => ({
      gates: gates.map(({ gate, outcome, message }) => ({
        gate,
        outcome,
        ...(message && { message: sentence(message) }),
      })),
      changes: changes.map((change) => ({ ...change, message: sentence(change.message) })),
    }),
  };
}
