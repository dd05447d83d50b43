import type { Kind } from '../kinds/index.ts';
import { pairingOf } from '../pairings/index.ts';
import type { EmbeddedProfile } from './embed.ts';
import type { Message } from './pairing.ts';
import type { ScoredSignal } from './score.ts';
import { cosine } from './vector-index.ts';
import { CALIBRATION, MOST_CAUTIONS, MOST_REASONS, NEUTRAL, STRONG_SEMANTIC, WEAK_SEMANTIC } from './weights.ts';

export interface Explanation {
  /** At most `MOST_REASONS`, by falling contribution to the score. */
  readonly reasons: readonly Message[];
  /** At most `MOST_CAUTIONS`, the costliest first. */
  readonly cautions: readonly Message[];
}

/** Why a pair has its score: the messages of the signals that raised it most, and of the one that cost it most. */
export function explain(signals: readonly ScoredSignal[], a: EmbeddedProfile, b: EmbeddedProfile): Explanation {
  const told = signals.map((signal) =>
    signal.name === 'semantic' ? { ...signal, ...textMessages(signal, a, b) } : signal,
  );
  return {
    reasons: pick(
      told,
      (s) => s.reason,
      // A text raises a score from what a pair of a list has without it, a facet from silence.
      (s) => (s.value ?? NEUTRAL) - (s.name === 'semantic' ? CALIBRATION.prior : NEUTRAL),
      MOST_REASONS,
    ),
    cautions: pick(
      told,
      (s) => s.caution,
      (s) => 1 - (s.value ?? NEUTRAL),
      MOST_CAUTIONS,
    ),
  };
}

function pick(
  signals: readonly ScoredSignal[],
  messageOf: (signal: ScoredSignal) => Message | undefined,
  gainOf: (signal: ScoredSignal) => number,
  most: number,
): Message[] {
  const weight = ({ weights }: ScoredSignal) => Object.values(weights).reduce((sum, w) => sum + w, 0);
  return signals
    .map((signal) => ({ message: messageOf(signal), gain: weight(signal) * gainOf(signal) }))
    .filter((entry): entry is { message: Message; gain: number } => entry.message !== undefined && entry.gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most)
    .map(({ message }) => message);
}

function textMessages(
  { value }: ScoredSignal,
  a: EmbeddedProfile,
  b: EmbeddedProfile,
): { reason?: Message; caution?: Message } {
  if (value === null) return {};
  if (value < WEAK_SEMANTIC) return { caution: { key: 'semantic.weak', evidence: {} } };
  const reason = value < STRONG_SEMANTIC ? undefined : closestSentences(a, b);
  return reason ? { reason } : {};
}

/** The sentence of each side that agrees most with one of the other. */
export function closestTexts(a: EmbeddedProfile, b: EmbeddedProfile): [string, string] | undefined {
  let best: { texts: [string, string]; cosine: number } | undefined;
  for (const own of a.sentences) {
    for (const other of b.sentences) {
      const alike = cosine(own.vector, other.vector);
      if (!best || alike > best.cosine) best = { texts: [own.text, other.text], cosine: alike };
    }
  }
  return best?.texts;
}

/** What tells them. */
function closestSentences(a: EmbeddedProfile, b: EmbeddedProfile): Message | undefined {
  const closest = closestTexts(a, b);
  const pairing = pairingOf(a.profile.kind, b.profile.kind);
  if (!closest || !pairing) return undefined;
  const texts: Record<string, string> = { [a.profile.kind]: closest[0], [b.profile.kind]: closest[1] };
  const { sides, sentences } = pairing;
  const [left, right] = sides.map((side) => texts[side]) as [string, string];
  return (
    sentences?.(texts as Record<Kind, string>) ?? {
      key: 'pair.sentences',
      evidence: { sides, texts: [left, right] },
    }
  );
}
