import { FIELD_OF, FIELDS } from '../columns/fields.ts';
import { topicsOf } from '../columns/header-score.ts';
import { foldWords } from '../values/fold.ts';
import { SIDES, type Side } from './side.ts';

const OTHER: Readonly<Record<Side, Side>> = { startup: 'investor', investor: 'startup' };

/** What the two are called in the headers of our languages, without endings. */
const CALLED: Readonly<Record<Side, readonly string[]>> = {
  startup: ['startup', 'startap', 'стартап', 'girişim'].map(foldWords),
  investor: ['investor', 'инвестор', 'yatırımcı', 'maýadar', 'befektető'].map(foldWords),
};

const isCalled = (kind: Side, text: string): boolean =>
  foldWords(text)
    .split(' ')
    .some((word) => CALLED[kind].some((stem) => word.startsWith(stem)));

/** The headers that only one kind has a use for: of each kind those that speak for it. */
export function signsOf(headers: readonly string[]): Readonly<Record<Side, readonly string[]>> {
  const speakingFor = (kind: Side) => headers.filter((header) => header !== '' && speaksFor(header, kind));
  return { startup: speakingFor('startup'), investor: speakingFor('investor') };
}

/** The kind that more headers speak for; undefined where as many speak for the other. */
export function guessKind(headers: readonly string[]): Side | undefined {
  const signs = signsOf(headers);
  return SIDES.find((kind) => signs[kind].length > signs[OTHER[kind]].length);
}

/** The kind that a name of a file speaks of; undefined where it speaks of both or none. */
export function kindCalled(text: string): Side | undefined {
  const [kind, ...others] = SIDES.filter((one) => isCalled(one, text));
  return others.length === 0 ? kind : undefined;
}

function speaksFor(header: string, kind: Side): boolean {
  const written = header.trim();
  const isField = (of: Side) => Object.hasOwn(FIELDS[of], written);
  if (isField(kind) !== isField(OTHER[kind])) return isField(kind);
  const topic = topicsOf(header)[0]?.topic;
  if (topic === undefined || topic === 'other') return false;
  if (topic === 'name' || topic === 'id') return isCalled(kind, header);
  return topic in FIELD_OF[kind] && !(topic in FIELD_OF[OTHER[kind]]);
}
