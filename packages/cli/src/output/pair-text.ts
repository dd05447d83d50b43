import type { GateView, PairView } from '../matching/load-pair.ts';
import type { Words } from '../report/words.ts';
import { alignedLines } from '../terminal/table.ts';
import { facetText } from './facet-text.ts';
import { blocks } from './match-text.ts';

/** A pair in words: its score, what it is made of, and why. */
export function explainText(view: PairView, words: Words): string {
  const { pair, whyNot, format } = words;
  const signals = view.signals.map(({ name, value }) => [
    words.facet(name),
    value === null ? words.notStated : format.percent(value),
    value === null ? '' : barOf(value),
  ]);
  return blocks([
    titleOf(view),
    `${pair.score}: ${words.number(view.score)}`,
    alignedLines([[pair.signal, pair.fit, ''], ...signals]).join('\n'),
    section(pair.why, view.reasons, '+'),
    section(pair.mind, view.cautions, '!'),
    view.eligible ? undefined : section(whyNot.refused, refusalsOf(view), '–'),
  ]);
}

/** What each limit says of a pair, and the smallest change that would let it pass. */
export function whyNotText(view: PairView, words: Words): string {
  const { whyNot, kinds, format } = words;
  const row = ({ gate, outcome, values }: GateView) => [
    format.capitalise(words.gate(gate)),
    whyNot.outcomes[outcome],
    facetText(values?.startup, words),
    facetText(values?.investor, words),
  ];
  return blocks([
    titleOf(view),
    alignedLines([[whyNot.limit, whyNot.outcome, kinds.startup, kinds.investor], ...view.gates.map(row)]).join('\n'),
    view.eligible ? whyNot.eligible : section(whyNot.refused, refusalsOf(view), '–'),
    section(whyNot.changes, view.changes, '→'),
  ]);
}

const titleOf = ({ subject, candidate }: PairView): string => `${subject.name} – ${candidate.name}`;

const refusalsOf = ({ gates }: PairView): string[] =>
  gates.filter(({ outcome }) => outcome === 'fail').map(({ gate, text }) => text ?? gate);

const section = (title: string, lines: readonly string[], mark: string): string | undefined =>
  lines.length === 0 ? undefined : [title, ...lines.map((line) => `  ${mark} ${line}`)].join('\n');

const LENGTH = 20;
const barOf = (value: number): string => {
  const full = Math.round(value * LENGTH);
  return '█'.repeat(full) + '░'.repeat(LENGTH - full);
};
